import { type SpeechOf, useSpeech } from '../words/use-speech.tsx';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { formatInstant, MINUTE } from '@smooth/engine/instant.ts';
import { IconAlertCircle } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { isRefusal } from '../app/refusal.ts';
import { moveAppointment, moveBlock, moveClass, refresh } from './api.ts';
import classes from './components/toast.module.css';
import { isOff, type Moved, type Thing } from './model.ts';

export interface Move {
  thing: Thing;
  to: Moved;
  /** Where it goes although something is in the way. */
  overlapReason?: string;
}

/** Bars that stand elsewhere until the server has answered. */
export function useMoved() {
  const [moved, setMoved] = useState<ReadonlyMap<string, Moved>>(new Map());
  const place = useCallback((id: string, to: Moved | null) => {
    setMoved((before) => {
      const after = new Map(before);
      if (to) after.set(id, to);
      else after.delete(id);
      return after;
    });
  }, []);
  return { moved, place };
}

interface Moves {
  place: (id: string, to: Moved | null) => void;
  onDone: (message: string, undo: () => Promise<void>) => void;
  /** Offers to place it there anyway. */
  onAnyway: (move: Move) => void;
  mayOverlap: boolean;
  say: (words: string) => void;
  wordsFor: (move: Move) => string;
}

/** Moves at once and asks then: a refusal puts it back with its reason. */
export function useMoves({ place, onDone, onAnyway, mayOverlap, say, wordsFor }: Moves) {
  const { text } = useSpeech('timeline');
  const queries = useQueryClient();
  const revisions = useRef(new Map<string, number>());

  const send = async (move: Move) => {
    const { id, of } = move.thing;
    place(id, move.to);
    try {
      const revision = Math.max(of.revision, revisions.current.get(id) ?? 0);
      revisions.current.set(id, await put(move, revision));
    } finally {
      // The new place stays shown until the answer of the server has it too, so that nothing jumps.
      await refresh(queries).catch(() => undefined);
      place(id, null);
    }
  };

  const move = async (wanted: Move) => {
    const { thing } = wanted;
    const { start, end, resourceIds } = thing;
    const back: Move = { thing, to: { start, end, resourceIds } };
    try {
      const sent = send(wanted);
      await sent;
      const words = wordsFor(wanted);
      say(words);
      const wasOver = !isOff(thing) && thing.of.is_overlapping;
      const reason = wasOver ? { overlapReason: text('undone') } : {};
      onDone(words, () => send({ ...back, ...reason }));
    } catch (error) {
      tellRefused(error, { text, say, onAnyway: mayOverlap && isAppointment(thing) ? () => onAnyway(wanted) : null });
    }
  };
  return move;
}

const isAppointment = (thing: Thing) => !isOff(thing) && thing.of.kind === 'appointment';

/** Asks the server; answers the revision that it has now. */
async function put({ thing, to, overlapReason }: Move, revision: number): Promise<number> {
  const start = formatInstant(to.start);
  if (isOff(thing)) {
    const end = formatInstant(to.end);
    return (await moveBlock(thing.id, { revision, start, end, resource_id: to.resourceIds[0]! })).block.revision;
  }
  const body = { revision, start, duration_minutes: (to.end - to.start) / MINUTE, resource_ids: [...to.resourceIds] };
  if (thing.of.kind === 'class') return (await moveClass(thing.id, body)).revision;
  const anyway = overlapReason ? { allow_overlap: true, overlap_reason: overlapReason } : {};
  return (await moveAppointment(thing.id, { ...body, ...anyway })).revision;
}

/** Taken or closed time can be taken on purpose; who cannot do it, cannot. */
const canOverlap = (error: unknown) =>
  isRefusal(error, 'slot_unavailable', 'closed', 'capacity') && error.problem.facts?.['reason'] !== 'no_resource';

interface Telling {
  text: SpeechOf<'timeline'>['text'];
  say: (words: string) => void;
  onAnyway: (() => void) | null;
}

function tellRefused(error: unknown, { text, say, onAnyway }: Telling): void {
  const isStale = isRefusal(error, 'stale_revision');
  const why = isStale ? text('stale') : error instanceof Error ? error.message : '';
  const toast = crypto.randomUUID();
  say(`${text('refused')}. ${why}`);
  notifications.show({
    id: toast,
    title: text('refused'),
    message: (
      <div className={classes.stack}>
        <span>{why}</span>
        {onAnyway && canOverlap(error) ? (
          <Button
            size="compact-sm"
            variant="light"
            color="red"
            onClick={() => {
              notifications.hide(toast);
              onAnyway();
            }}
          >
            {text('anyway')}
          </Button>
        ) : null}
      </div>
    ),
    color: 'red',
    icon: <IconAlertCircle size="1.2em" />,
    autoClose: 10_000,
  });
}
