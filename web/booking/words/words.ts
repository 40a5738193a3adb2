import {
  speechOf as speak,
  type PluralKey as PluralKeyOf,
  type Speech as SpeechOf,
  type TextKey as TextKeyOf,
  type Translation,
} from '../../words/speech.ts';
import type { words as english } from './en.ts';

type English = typeof english;

/** What every language has to say; a missing key is a type error. */
export type Words = Translation<English>;
export type TextKey = TextKeyOf<English>;
export type PluralKey = PluralKeyOf<English>;
export type Speech = SpeechOf<English>;

export const speechOf = (words: Words, locale: string): Speech => speak<English>(words, locale);
