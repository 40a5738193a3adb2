import { DatesProvider } from '@mantine/dates';
import { useLocalStorage } from '@mantine/hooks';
import { type DataTag, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { meQuery, useChangeLanguage, visitedBusinessQuery } from '../identity/api.ts';
import { chooseLocale, type Language } from '../words/languages.ts';
import { loadedWords, loadWords, type Vocabulary } from '../words/load.ts';
import { setSpoken } from '../words/spoken.ts';
import { useVoice, VoiceContext } from '../words/use-speech.tsx';
import { LANGUAGE_KEY, languageFor } from './language.ts';

/** Speaks the person's language to all below it. Shows nothing until its words are there, then never half of them. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const me = useKnown(meQuery);
  const visited = useKnown(visitedBusinessQuery);
  const [onDevice, keepOnDevice] = useLocalStorage<string | null>({
    key: LANGUAGE_KEY,
    defaultValue: null,
    getInitialValueInEffect: false,
  });
  const business = me?.tenant?.locale ?? visited?.locale;
  const { language, vocabulary } = useWordsOf(languageFor(me, { onDevice, business }));
  const locale = chooseLocale(language, navigator.languages, business);
  const keepWithAccount = useChangeLanguage();
  const isKnown = me !== undefined;
  const choose = useCallback(
    (chosen: Language) => {
      keepOnDevice(chosen);
      if (isKnown) keepWithAccount(chosen);
    },
    [isKnown, keepOnDevice, keepWithAccount],
  );
  const voice = useMemo(
    () => (vocabulary ? { language, locale, ...vocabulary, choose } : null),
    [language, locale, vocabulary, choose],
  );
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  // Before any child asks the server something.
  if (voice) setSpoken(voice);
  if (!voice) return null;
  return (
    <VoiceContext value={voice}>
      <DatesProvider settings={{ locale: language }}>{children}</DatesProvider>
    </VoiceContext>
  );
}

/** Speaks to all below in the language they were written to in; the choice of the device stays what it is. */
export function SpokenIn({ language: wanted, children }: { language: Language; children: ReactNode }) {
  const around = useVoice();
  const { language, vocabulary } = useWordsOf(wanted);
  const voice = useMemo(
    () => vocabulary && { ...around, ...vocabulary, language, locale: chooseLocale(language, navigator.languages) },
    [around, vocabulary, language],
  );
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  if (!voice) return null;
  setSpoken(voice);
  return <VoiceContext value={voice}>{children}</VoiceContext>;
}

/**
 * What the cache has come to hold, without asking for it, also when the query was taken out and put in again meanwhile.
 * Whoever signs out goes on reading in their language.
 */
function useKnown<Data>({ queryKey }: { queryKey: DataTag<string[], Data, Error> }): Data | undefined {
  const queries = useQueryClient();
  const [known, setKnown] = useState(() => queries.getQueryData<Data>(queryKey));
  useEffect(() => {
    const look = () => {
      const found = queries.getQueryData<Data>(queryKey);
      if (found !== undefined) setKnown(found);
    };
    look();
    return queries.getQueryCache().subscribe(look);
  }, [queries, queryKey]);
  return known;
}

/** The words of the language that is wanted; until they are loaded, those of the one before. */
function useWordsOf(wanted: Language): { language: Language; vocabulary: Vocabulary | undefined } {
  const [last, setLast] = useState({ language: wanted, vocabulary: loadedWords(wanted) });
  useEffect(() => {
    let isLate = false;
    void loadWords(wanted).then((vocabulary) => isLate || setLast({ language: wanted, vocabulary }));
    return () => {
      isLate = true;
    };
  }, [wanted]);
  const ready = loadedWords(wanted);
  return ready ? { language: wanted, vocabulary: ready } : last;
}
