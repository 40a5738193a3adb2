import { useComputedColorScheme } from '@mantine/core';
import { useEffect } from 'react';
import { accentOn, productColor } from '../booking/contrast.ts';

/** Paints the app in the colour of the business, shifted until it can be read; as the booking page does. */
export function useBrand(color: string | null): void {
  const scheme = useComputedColorScheme('light');
  useEffect(() => {
    const { accent, onAccent, soft } = accentOn(color ?? productColor, scheme);
    const { style } = document.documentElement;
    const painted = Object.entries({
      '--accent': accent,
      '--accent-text': accent,
      '--accent-soft': soft,
      '--on-accent': onAccent,
      '--selected': soft,
      '--mantine-color-anchor': accent,
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
  }, [color, scheme]);
}
