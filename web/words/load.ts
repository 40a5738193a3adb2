import type { Language } from './languages.ts';
import type { Words } from './use-speech.tsx';

const dictionaries: Record<Language, () => Promise<{ words: Words }>> = {
  en: () => import('./en.ts'),
  es: () => import('./es.ts'),
  fr: () => import('./fr.ts'),
  de: () => import('./de.ts'),
};
const loaded = new Map<Language, Words>();

/** The words of a language that is there already. */
export const loadedWords = (language: Language): Words | undefined => loaded.get(language);

/** One chunk for each language, with the words of every slice. */
export async function loadWords(language: Language): Promise<Words> {
  const { words } = await dictionaries[language]();
  loaded.set(language, words);
  return words;
}
