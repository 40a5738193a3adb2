import { type MantineThemeOverride, useComputedColorScheme } from '@mantine/core';
import { useEffect, useMemo } from 'react';
import { type Accent, accentOn, productColor } from '../booking/contrast.ts';

/** Above this luminance black is easier to read than white (WCAG 2, equal contrast to both). */
const INK_TURNS_BLACK = 0.179;

/** Paints the app in the colour of the business, shifted until it can be read; as the booking page does. */
export function useBrand(color: string | null): MantineThemeOverride {
  const scheme = useComputedColorScheme('light');
  const found = useMemo(() => accentOn(color ?? productColor, scheme), [color, scheme]);
  useEffect(() => paint(found), [found]);
  return useMemo(() => {
    const { accent } = found;
    const shades = [accent, accent, accent, accent, accent, accent, accent, accent, accent, accent] as const;
    return { colors: { indigo: shades }, autoContrast: true, luminanceThreshold: INK_TURNS_BLACK };
  }, [found]);
}

function paint({ accent, onAccent, soft }: Accent): () => void {
  const { style } = document.documentElement;
  const painted = Object.entries({
    '--accent': accent,
    '--accent-text': accent,
    '--accent-soft': soft,
    '--on-accent': onAccent,
    '--selected': soft,
    '--mantine-color-anchor': accent,
    '--mantine-color-indigo-filled': accent,
    '--mantine-color-indigo-light': soft,
    '--mantine-color-indigo-light-color': accent,
    '--mantine-primary-color-filled': accent,
    '--mantine-primary-color-filled-hover': accent,
    '--mantine-primary-color-contrast': onAccent,
    '--mantine-primary-color-light': soft,
    '--mantine-primary-color-light-hover': soft,
    '--mantine-primary-color-light-color': accent,
  });
  for (const [name, value] of painted) style.setProperty(name, value);
  return () => {
    for (const [name] of painted) style.removeProperty(name);
  };
}
