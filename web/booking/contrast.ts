import { inkOn, mix, shiftUntilReadable } from '../ui/contrast.ts';

/** The grounds of `styles/tokens.css` on which the accent must be readable. */
export const grounds = {
  light: { page: '#f8f9fb', card: '#ffffff', towards: 'darker', tint: 0.08 },
  dark: { page: '#0e1013', card: '#171a1f', towards: 'lighter', tint: 0.16 },
} as const;

/** Used by a business that has not chosen a colour. */
export const productColor = '#4f46e5';

export interface Accent {
  accent: string;
  onAccent: string;
  soft: string;
}

/** A brand colour as an accent: readable as text on page, card and its own tint, with readable ink on it. */
export function accentOn(brand: string, theme: keyof typeof grounds): Accent {
  const { page, card, towards, tint } = grounds[theme];
  const soft = mix(card, brand, tint);
  const accent = shiftUntilReadable({ color: brand, against: [page, card, soft], towards });
  return { accent, onAccent: inkOn(accent, ['#ffffff', '#0b0d10']), soft };
}

/** The custom properties that `styles/tokens.css` expects from the business. */
export function brandProperties(color: string | null): Record<string, string> {
  const brand = color ?? productColor;
  const [light, dark] = [accentOn(brand, 'light'), accentOn(brand, 'dark')];
  return {
    '--accent-light': light.accent,
    '--accent-dark': dark.accent,
    '--on-accent-light': light.onAccent,
    '--on-accent-dark': dark.onAccent,
    '--accent-soft-light': light.soft,
    '--accent-soft-dark': dark.soft,
  };
}
