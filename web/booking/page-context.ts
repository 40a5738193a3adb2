import { createContext, useContext } from 'react';
import type { Address } from './address.ts';
import type { Api } from './api.ts';
import type { Format } from './format.ts';
import type { Language } from '../words/languages.ts';
import type { Speech } from './words/words.ts';

/** What every part of the page stands in. */
export interface PageContext {
  address: Address;
  api: Api;
  speech: Speech;
  format: Format;
  language: Language;
  locale: string;
  speak: (language: Language) => void;
  /** Tells people who do not see the page what has changed. */
  announce: (text: string) => void;
}

export const PageContext = createContext<PageContext | null>(null);

export function usePage(): PageContext {
  const page = useContext(PageContext);
  if (!page) throw new Error('Only parts of the booking page can ask for it');
  return page;
}
