import type { Voice } from './use-speech.tsx';

export type Spoken = Pick<Voice, 'language' | 'locale' | 'words'>;
let now: Spoken | null = null;

/** What is spoken right now, for the one client of the server, which no component calls. Nothing else asks here. */
export const spoken = (): Spoken | null => now;

export function setSpoken(voice: Spoken): void {
  now = voice;
}
