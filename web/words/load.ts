import type { Language } from './languages.ts';
import type { Voice } from './use-speech.tsx';

/** All that one language has to say. */
export type Vocabulary = Pick<Voice, 'words' | 'conflicts'>;

const dictionaries: Record<Language, () => Promise<Vocabulary>> = {
  en: () => import('./en.ts'),
  es: () => import('./es.ts'),
  fr: () => import('./fr.ts'),
  de: () => import('./de.ts'),
};
const loaded = new Map<Language, Vocabulary>();

/** The words of a language that is there already. */
export const loadedWords = (language: Language): Vocabulary | undefined => loaded.get(language);

/** One chunk for each language, with the words of every slice. */
export async function loadWords(language: Language): Promise<Vocabulary> {
  const { words, conflicts } = await dictionaries[language]();
  const vocabulary = { words, conflicts };
  loaded.set(language, vocabulary);
  return vocabulary;
}
