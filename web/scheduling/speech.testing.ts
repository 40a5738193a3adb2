import { speechOf } from '../words/speech.ts';
import { words } from './words/en.ts';

/** English, for what is told in tests. */
export const speech = speechOf(words, 'en');
