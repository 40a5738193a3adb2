import { conflicts as de } from './de.ts';
import { type ConflictTexts, conflicts as en } from './en.ts';
import { conflicts as es } from './es.ts';
import { conflicts as fr } from './fr.ts';

/** Every language at once, for the server; a page loads the one it speaks. */
export const conflictTexts = { en, es, fr, de } satisfies Record<string, ConflictTexts>;
export type Language = keyof typeof conflictTexts;
