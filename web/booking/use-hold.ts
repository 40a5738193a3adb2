import type { BookingService } from '@smooth/contract/booking/booking.ts';
import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { AvailabilityQuery, CallFailed } from './api.ts';
import type { Draft, Move } from './draft.ts';
import { usePage } from './page-context.ts';
import { isLost } from './refusal.ts';
import { asFailure } from './use-loaded.ts';

/** A time that somebody else took first, and the free ones closest to it. */
export interface Lost {
  start: string;
  alternatives: string[];
}

export const lostIn = (start: string, { problem }: CallFailed): Lost => ({
  start,
  alternatives: (problem?.alternatives ?? []).slice(0, 3),
});

export type Holding = ReturnType<typeof useHold>;

/** Keeps a chosen time while the details are filled in, and lets it go when the visitor turns back. */
export function useHold(options: { service: BookingService | null; draft: Draft; dispatch: (move: Move) => void }) {
  const { service, draft, dispatch } = options;
  const { api } = usePage();
  const [pending, setPending] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<{ service: string; start: string; failure: CallFailed } | null>(null);
  const releasing = useRelease(draft, dispatch);
  const refuse = (start: string, failure: CallFailed) => setRefusal({ service: service?.id ?? '', start, failure });
  const clear = () => setRefusal(null);
  const choose = async (start: string) => {
    if (!service || pending) return;
    setPending(start);
    const { resource_id, party_size, hold } = draft;
    const body = { service_id: service.id, start, party_size, ...(resource_id ? { resource_id } : {}) };
    try {
      await releasing.current;
      dispatch({ type: 'held', start, hold: await api.hold(body) });
      clear();
      if (hold) api.release(hold.id).catch(() => undefined);
    } catch (error) {
      refuse(start, asFailure(error));
    }
    setPending(null);
  };
  const ask = useCallback(
    async (query: AvailabilityQuery) => {
      await releasing.current;
      return api.availability(query);
    },
    [api, releasing],
  );
  const shown = refusal?.service === service?.id ? refusal : null;
  const lost = shown && isLost(shown.failure) ? lostIn(shown.start, shown.failure) : null;
  const failure = lost ? null : (shown?.failure ?? null);
  return { pending, lost, failure, refuse, clear, ask, choose: (start: string) => void choose(start) };
}

/**
 * A hold without its details page keeps others out for nothing. What is asked next waits for its end, to see the time
 * free again: hence the layout effect, which runs before the effects of the parts inside.
 */
function useRelease(draft: Draft, dispatch: (move: Move) => void) {
  const { api } = usePage();
  const releasing = useRef<Promise<unknown>>(Promise.resolve());
  const left = draft.step === 'service' || draft.step === 'time' ? draft.hold : null;
  useLayoutEffect(() => {
    if (!left) return;
    releasing.current = api.release(left.id).catch(() => undefined);
    dispatch({ type: 'released' });
  }, [left, api, dispatch]);
  return releasing;
}
