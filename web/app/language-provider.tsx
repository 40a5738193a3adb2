import { DatesProvider } from '@mantine/dates';
import { useLocalStorage } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { meQuery, visitedBusinessQuery } from '../identity/api.ts';
import { chooseLocale, type Language } from '../words/languages.ts';
import { loadedWords, loadWords, type Vocabulary } from '../words/load.ts';
import { setSpoken } from '../words/spoken.ts';
import { VoiceContext } from '../words/use-speech.tsx';
import { LANGUAGE_KEY, languageFor } from './language.ts';

/** Speaks the person's language to all below it. Shows nothing until its words are there, then never half of them. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const { data: me } = useQuery({ ...meQuery, enabled: false });
  const { data: visited } = useQuery({ ...visitedBusinessQuery, enabled: false });
  const [onDevice, keepOnDevice] = useLocalStorage<string | null>({
    key: LANGUAGE_KEY,
    defaultValue: null,
    getInitialValueInEffect: false,
  });
  const business = me?.tenant?.locale ?? visited?.locale;
  const { language, vocabulary } = useWordsOf(languageFor(me, { onDevice, business }));
  const locale = chooseLocale(language, navigator.languages, business);
  const voice = useMemo(
    () => (vocabulary ? { language, locale, ...vocabulary, choose: keepOnDevice } : null),
    [language, locale, vocabulary, keepOnDevice],
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
