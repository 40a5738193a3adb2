import { createContext, Fragment, type ReactNode, use, useMemo } from 'react';
import { type Dictionary, type Speech, speechOf, type SlotsOf, type TextKey } from './speech.ts';
import type { Language } from './languages.ts';
import type { conflicts, words as english } from './en.ts';

export type English = typeof english;
export type Slice = keyof English;
/** What each language of the app has to say, slice by slice. */
export type Words = { readonly [Name in Slice]: Dictionary };
/** The speech of a slice, for functions outside of React: take it as a parameter. */
export type SpeechOf<Name extends Slice> = Speech<English[Name]>;

/** The texts of a slice that have no slots: what a table of labels may name. */
export type PlainKey<Name extends Slice> = {
  [Key in TextKey<English[Name]>]: [SlotsOf<English[Name][Key]>] extends [never] ? Key : never;
}[TextKey<English[Name]>];

export interface Voice {
  language: Language;
  /** The regional form of the language, for dates and numbers. */
  locale: string;
  words: Words;
  /** Why a time cannot be taken, as the server says it too. */
  conflicts: typeof conflicts;
  /** Speaks another language from now on. */
  choose: (language: Language) => void;
}
type SpeechInReact<Name extends Slice> = SpeechOf<Name> & {
  /** A text with elements in its slots. */
  nodes: <Key extends TextKey<English[Name]>>(
    key: Key,
    slots: Record<SlotsOf<English[Name][Key]>, ReactNode>,
  ) => ReactNode;
};

export const VoiceContext = createContext<Voice | null>(null);

export function useVoice(): Voice {
  const voice = use(VoiceContext);
  if (!voice) throw new Error('useVoice needs a VoiceContext above it');
  return voice;
}

/** The texts of a slice in the language of the person. */
export function useSpeech<Name extends Slice>(slice: Name): SpeechInReact<Name> {
  const { words, locale } = useVoice();
  return useMemo(() => {
    const dictionary = words[slice];
    const nodes = (key: PropertyKey, slots: Record<string, ReactNode>) =>
      (dictionary[key as string] as string)
        .split(/\{(\w+)\}/)
        .map((part, index) => <Fragment key={index}>{index % 2 === 0 ? part : slots[part]}</Fragment>);
    return { ...speechOf<English[Name]>(dictionary as never, locale), nodes };
  }, [words, slice, locale]);
}
