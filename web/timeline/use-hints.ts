import { MINUTE } from '@smooth/engine/instant.ts';
import { termsWith } from '@smooth/engine/terms.ts';
import { useMemo } from 'react';
import { type Tongue, useTongue } from './tongue.ts';
import { colorOf } from './colors.ts';
import type { Proposal } from './drag.ts';
import type { GhostWords } from './ghost.ts';
import { anyUse, hintFacts, hintFor, scheduleOf, type Wished } from './hint.ts';
import { type Bar, isOff, type Model, type Moved, swapped, type Thing } from './model.ts';
import { isGone } from './rows.ts';
import { useVoice } from '../words/use-speech.tsx';
import type { Coloring } from './timeline-search.ts';
import { nameOf, timeWords, whenWords } from './words.ts';

/** What is said about a place before something is put there. */
export function useHints(model: Model | null, coloring: Coloring) {
  const format = useTongue();
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
  /** Nothing stands in the way of time off: what is booked in it stays. */
  const hintForMove = (thing: Thing, to: Moved) =>
    !isOff(thing) && thing.service ? hint({ service: thing.service, ...to, ignore: thing.id }) : null;
  const hintForTime = (row: string, start: number, end: number) =>
    hint({ service: anyUse(row, (end - start) / 60_000), start, end, resourceIds: [row] });

  const wordsFor = (proposal: Proposal): GhostWords => {
    const { start, end, row } = proposal;
    const thing = thingIn(model, proposal.id);
    const to = thing && targetOf(model, thing, proposal);
    const when = `${whenWords(start, format)} – ${timeWords(to?.end ?? end, format)}`;
    if (!thing || !to) {
      const why = row ? hintForTime(row, start, end) : null;
      return { when, why, note: null, color: 'var(--accent)', name: '', rows: [] };
    }
    const about = { when, name: nameOf(thing, format), rows: to.resourceIds.filter((id) => id !== row) };
    if (isOff(thing)) return { ...about, why: null, note: insideWords(model, to, format), color: 'var(--quiet)' };
    return { ...about, why: hintForMove(thing, to), note: null, color: colorOf(thing, coloring) };
  };
  return { wordsFor, hint, hintForMove };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

export const barIn = (model: Model | null, id: string | null): Bar | null =>
  (id && (model?.bars.get(id) ?? model?.tray.find((bar) => bar.id === id))) || null;

export const thingIn = (model: Model | null, id: string | null): Thing | null =>
  barIn(model, id) ?? (id === null ? null : (model?.offs.get(id) ?? null));

/** What is booked where time off would be; null where there is nothing. */
export function insideWords(model: Model | null, { start, end, resourceIds }: Moved, { say }: Tongue): string | null {
  const row = model?.rows.find(({ resource }) => resource.id === resourceIds[0]);
  const count = row?.bars.filter(({ bar }) => bar.start < end && bar.end > start && !isGone(bar.of.status)).length ?? 0;
  return count > 0 ? say.count('inside', count) : null;
}

/** Where a bar would be with all its resources. */
export function targetOf(model: Model | null, thing: Thing, { start, end, row, fromRow }: Proposal): Moved {
  const typeOf = (id: string) => model?.data.resources.find((one) => one.id === id)?.type;
  const resourceIds =
    row === null || row === fromRow
      ? thing.resourceIds
      : isOff(thing)
        ? [row]
        : swapped(thing.resourceIds, fromRow, row, typeOf);
  return { start, end: usualEnd(model, thing, { start, end, resourceIds }), resourceIds };
}

/** With somebody who takes another time, the usual length becomes theirs; any other one was agreed, and stays. */
function usualEnd(model: Model | null, thing: Thing, { start, end, resourceIds }: Moved): number {
  if (!model || isOff(thing) || !thing.service?.resource_terms.length || resourceIds === thing.resourceIds) return end;
  const { service } = thing;
  const usual = (ids: readonly string[]) => termsWith(scheduleOf(model.data), service, ids).duration_minutes * MINUTE;
  return end - start === usual(thing.resourceIds) ? start + usual(resourceIds) : end;
}
