import { type SpeechOf } from '../words/use-speech.tsx';
import { accentOn, grounds, productColor } from '../booking/contrast.ts';
import { contrastRatio } from '../ui/contrast.ts';
import { isColor } from './business-form.ts';

/** A colour as the booking page will use it on one of its grounds, and how far it had to move to stay readable. */
export interface BrandOn {
  scheme: 'light' | 'dark';
  page: string;
  card: string;
  accent: string;
  onAccent: string;
  soft: string;
  isShifted: boolean;
  /** Contrast of the text in this colour on the card. */
  ratio: number;
}

export function brandOn(color: string, scheme: 'light' | 'dark'): BrandOn {
  const brand = isColor(color) ? color.toLowerCase() : productColor;
  const { page, card } = grounds[scheme];
  const found = accentOn(brand, scheme);
  return { scheme, page, card, ...found, isShifted: found.accent !== brand, ratio: contrastRatio(found.accent, card) };
}

/** What became of the colour, in one sentence. */
export function brandWords({ scheme, isShifted, accent, ratio }: BrandOn, { text }: SpeechOf<'settings'>): string {
  const contrast = `${(Math.floor(ratio * 10) / 10).toFixed(1)} : 1`;
  if (!isShifted) return text('color_as_it_is', { contrast });
  return text(scheme === 'light' ? 'color_darkened' : 'color_lightened', { color: accent, contrast });
}
