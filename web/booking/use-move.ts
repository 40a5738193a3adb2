import type { BookedAppointment } from '@smooth/contract/booking/booking.ts';
import { useCallback, useState } from 'react';
import type { AvailabilityQuery, CallFailed } from './api.ts';
import { usePage } from './page-context.ts';
import { isLost } from './refusal.ts';
import { lostIn } from './use-hold.ts';
import { asFailure } from './use-loaded.ts';

/** Moves an appointment; the old time is given up only when the new one is taken. */
export function useMove(options: {
  token: string;
  /** The start it has now, which is no change unless with somebody else. */
  present: string;
  resource: string | null;
  onMoved: (appointment: BookedAppointment) => void;
}) {
  const { token, present, resource, onMoved } = options;
  const { api } = usePage();
  const [isRunning, setIsRunning] = useState(false);
  const [refusal, setRefusal] = useState<{ start: string; failure: CallFailed } | null>(null);
  const run = async (start: string) => {
    setIsRunning(true);
    try {
      onMoved(await api.move(token, { start, ...(resource ? { resource_id: resource } : {}) }));
    } catch (error) {
      setRefusal({ start, failure: asFailure(error) });
    }
    setIsRunning(false);
  };
  const ask = useCallback(
    async (query: AvailabilityQuery) => {
      const offers = await api.availability({ ...query, manage_token: token });
      return offers.filter(({ start }) => query.resource_id || Date.parse(start) !== Date.parse(present));
    },
    [api, token, present],
  );
  const lost = refusal && isLost(refusal.failure) ? lostIn(refusal.start, refusal.failure) : null;
  const failure = lost ? null : (refusal?.failure ?? null);
  return { isRunning, lost, failure, ask, move: (start: string) => (isRunning ? undefined : void run(start)) };
}
