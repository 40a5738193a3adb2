import { useMemo } from 'react';
import { useFormat } from '../app/format-context.tsx';
import { colorOf } from './colors.ts';
import type { Proposal } from './drag.ts';
import type { GhostWords } from './ghost.ts';
import { anyUse, hintFacts, hintFor, type Wished } from './hint.ts';
import { type Bar, type Model, type Moved, swapped } from './model.ts';
import { useVoice } from '../words/use-speech.tsx';
import type { Coloring } from './timeline-search.ts';
import { nameOf, timeWords, whenWords } from './words.ts';

/** What is said about a place before something is put there. */
export function useHints(model: Model | null, coloring: Coloring) {
  const format = useFormat();
  const { conflicts } = useVoice();
  // Made when they are first needed, for nobody drags before something is to be seen.
  const facts = useMemo(
    () => once(() => model && hintFacts(model.data, format.locale, conflicts)),
    [model, format.locale, conflicts],
  );
  const hint = (wished: Omit<Wished, 'now'>) => {
    const known = facts();
    return known && hintFor(known, { ...wished, now: Date.now() }, conflicts);
  };
  const hintForMove = (bar: Bar, to: Moved) =>
    bar.service ? hint({ service: bar.service, ...to, ignore: bar.id }) : null;
  const hintForTime = (row: string, start: number, end: number) =>
    hint({ service: anyUse(row, (end - start) / 60_000), start, end, resourceIds: [row] });

  const wordsFor = (proposal: Proposal): GhostWords => {
    const { start, end, row } = proposal;
    const when = `${whenWords(start, format)} – ${timeWords(end, format)}`;
    const bar = barIn(model, proposal.id);
    if (!bar) {
      const why = row ? hintForTime(row, start, end) : null;
      return { when, why, color: 'var(--accent)', name: '', rows: [] };
    }
    const to = targetOf(model, bar, proposal);
    return {
      when,
      why: hintForMove(bar, to),
      color: colorOf(bar, coloring),
      name: nameOf(bar),
      rows: to.resourceIds.filter((id) => id !== row),
    };
  };
  return { wordsFor, hint, hintForMove };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

export const barIn = (model: Model | null, id: string | null): Bar | null =>
  (id && (model?.bars.get(id) ?? model?.tray.find((bar) => bar.id === id))) || null;

/** Where a bar would be with all its resources. */
export function targetOf(model: Model | null, bar: Bar, { start, end, row, fromRow }: Proposal): Moved {
  const typeOf = (id: string) => model?.data.resources.find((one) => one.id === id)?.type;
  const resourceIds =
    row === null || row === fromRow ? bar.resourceIds : swapped(bar.resourceIds, fromRow, row, typeOf);
  return { start, end, resourceIds };
}
