import type { Language } from '../../words/languages.ts';
import type { Words } from './words.ts';

const dictionaries: Record<Language, () => Promise<{ words: Words }>> = {
  en: () => import('./en.ts'),
  es: () => import('./es.ts'),
  fr: () => import('./fr.ts'),
  de: () => import('./de.ts'),
};

export const loadWords = async (language: Language): Promise<Words> => (await dictionaries[language]()).words;
