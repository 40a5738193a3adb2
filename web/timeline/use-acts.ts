import { useSpeech } from '../words/use-speech.tsx';
import { formatInstant } from '@smooth/engine/instant.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Tongue, useTongue } from './tongue.ts';
import { useMay } from '../identity/api.ts';
import { appointmentQuery, useVerb } from '../scheduling/api/appointments.ts';
import { isAsked, type Verb } from '../scheduling/appointment-verbs.ts';
import { runVerb } from '../scheduling/components/quick-verbs.tsx';
import { tellRefusal } from '../ui/tell.tsx';
import { blockTime, refresh, unblockTime } from './api.ts';
import type { Proposal } from './drag.ts';
import type { Bar, Model, Moved, Off, Thing } from './model.ts';
import type { TimelineSearch } from './timeline-search.ts';
import { targetOf, thingIn } from './use-hints.ts';
import { type Move, type useMoved, useMoves } from './use-moves.tsx';
import { useUndo } from './use-undo.tsx';
import { whenWords } from './words.ts';

interface Acts {
  model: Model | null;
  moves: ReturnType<typeof useMoved>;
  change: (changed: TimelineSearch) => void;
  say: (words: string) => void;
}

/** A step that asks first, and of which appointment. */
export interface Asking {
  verb: Verb;
  id: string;
}

/** Everything that changes something, whichever way it was asked for. */
export function useActs({ model, moves, change, say }: Acts) {
  const scheduling = useSpeech('scheduling');
  const queries = useQueryClient();
  const tongue = useTongue();
  const may = useMay();
  const onDone = useUndo();
  const run = useVerb();
  const [anyway, setAnyway] = useState<Move | null>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const wordsFor = (done: Move) => movedWords(done, model, tongue);
  const mayOverlap = may('appointment.overlap');
  const move = useMoves({ ...moves, onDone, onAnyway: setAnyway, mayOverlap, say, wordsFor });

  const drop = (proposal: Proposal) => {
    const thing = thingIn(model, proposal.id);
    const { start, end, row } = proposal;
    if (thing) void move({ thing, to: targetOf(model, thing, proposal) });
    else {
      const span = { start: formatInstant(start), end: formatInstant(end) };
      change({ ...nothingOpen, make: 'appointment', ...span, with: row ?? undefined });
    }
  };
  const moveTo = (thing: Thing, to: Moved) => void move({ thing, to });
  const goAnyway = (overlapReason: string) => {
    if (anyway) void move({ ...anyway, overlapReason });
    setAnyway(null);
  };
  const doVerb = async (verb: Verb, bar: Bar) => {
    if (isAsked(verb)) return setAsking({ verb, id: bar.id });
    const appointment = await queries.fetchQuery({ ...appointmentQuery(bar.id), staleTime: 0 });
    runVerb(run, { verb, appointment, speech: scheduling });
  };
  const unblock = useUnblock({ change, onDone });
  return { drop, moveTo, onDone, anyway, setAnyway, goAnyway, doVerb, asking, setAsking, unblock };
}

/** Takes time off away; a weekly one is not one thing that could be put back. */
function useUnblock({ change, onDone }: Pick<Acts, 'change'> & { onDone: ReturnType<typeof useUndo> }) {
  const queries = useQueryClient();
  const { text } = useSpeech('timeline');
  return async ({ of }: Off) => {
    try {
      await unblockTime(of.id);
      await refresh(queries);
      change(nothingOpen);
      const again = { resource_id: of.resource_id, start: of.start, end: of.end, reason: of.reason };
      if (!of.is_recurring) onDone(text('unblocked'), () => blockTime(again).then(() => refresh(queries)));
    } catch (error) {
      tellRefusal(error);
    }
  };
}

/** What was done: given to somebody, made longer or shorter, or moved. */
function movedWords({ thing, to }: Move, model: Model | null, format: Tongue): string {
  const { text } = format.say;
  const when = whenWords(to.start, format);
  const names = to.resourceIds.map((id) => model?.data.resources.find((one) => one.id === id)?.name);
  const who = names.filter(Boolean).join(', ');
  if (thing.resourceIds.length === 0) return text('assigned', { when, who });
  const isLonger = to.end - to.start !== thing.end - thing.start && to.resourceIds === thing.resourceIds;
  if (isLonger) return text('resized', { length: format.duration((to.end - to.start) / 60_000) });
  return who ? text('moved_with', { when, who }) : text('moved', { when });
}

/** Closes whatever stands beside the calendar. */
export const nothingOpen: TimelineSearch = {
  appointment: undefined,
  class: undefined,
  block: undefined,
  make: undefined,
  start: undefined,
  end: undefined,
  with: undefined,
};
