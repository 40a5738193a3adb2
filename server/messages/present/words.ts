import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import type { Words } from './language.ts';

const languages: Record<string, Words> = { en, es, fr, de };

/** The words for a locale such as `de-AT`; English where the language is none of ours. */
export const wordsFor = (locale: string): Words => languages[locale.slice(0, 2).toLowerCase()] ?? en;

/** A locale that the formatting of dates can use: ours, with its region where it has one. */
export function localeFor(wanted: (string | null | undefined)[]): string {
  const known = wanted.find((locale) => locale && languages[locale.slice(0, 2).toLowerCase()]);
  if (!known) return 'en';
  return Intl.DateTimeFormat.supportedLocalesOf([known.replaceAll('_', '-')])[0] ?? known.slice(0, 2);
}
