import { useMemo } from 'react';
import type { Dictionary } from '../words/speech.ts';
import { useVoice } from '../words/use-speech.tsx';

/** What an action is called, and the group that it stands in. */
export function actionWords(dictionary: Dictionary) {
  const found = (key: string): string | undefined => {
    const text = Object.hasOwn(dictionary, key) ? dictionary[key] : undefined;
    return typeof text === 'string' ? text : undefined;
  };
  return {
    name: (action: string) => found(action) ?? action,
    subject: (action: string) => found(`subject_${action.split('.')[0]}`) ?? action,
  };
}
export type ActionWords = ReturnType<typeof actionWords>;

export function useActionWords(): ActionWords {
  const { words } = useVoice();
  return useMemo(() => actionWords(words.permissions), [words]);
}

/** Side by side what stands in one group, the groups by their names. */
export function bySubject<Row extends { action: string }>(
  rows: readonly Row[],
  { name, subject }: ActionWords,
): { subject: string; rows: Row[] }[] {
  const groups = Map.groupBy(
    rows.toSorted((a, b) => name(a.action).localeCompare(name(b.action))),
    ({ action }) => subject(action),
  );
  return [...groups]
    .map(([title, its]) => ({ subject: title, rows: its }))
    .sort((a, b) => a.subject.localeCompare(b.subject));
}
