import type { BookedAppointment } from '@smooth/contract/booking/booking.ts';
import { useCallback, useState } from 'react';
import type { AvailabilityQuery, CallFailed } from './api.ts';
import { usePage } from './page-context.ts';
import { isLost } from './refusal.ts';
import type { Lost } from './use-hold.ts';
import { asFailure } from './use-loaded.ts';

/** Moves an appointment; the old time is given up only when the new one is taken. */
export function useMove(options: {
  token: string;
  resource: string | null;
  onMoved: (appointment: BookedAppointment) => void;
}) {
  const { token, resource, onMoved } = options;
  const { api } = usePage();
  const [isRunning, setIsRunning] = useState(false);
  const [lost, setLost] = useState<Lost | null>(null);
  const [failure, setFailure] = useState<CallFailed | null>(null);
  const run = async (start: string) => {
    setIsRunning(true);
    setLost(null);
    setFailure(null);
    try {
      onMoved(await api.move(token, { start, ...(resource ? { resource_id: resource } : {}) }));
    } catch (error) {
      const refused = asFailure(error);
      if (isLost(refused)) setLost({ start, alternatives: (refused.problem?.alternatives ?? []).slice(0, 3) });
      else setFailure(refused);
    }
    setIsRunning(false);
  };
  const ask = useCallback(
    (query: AvailabilityQuery) => api.availability({ ...query, manage_token: token }),
    [api, token],
  );
  return { isRunning, lost, failure, ask, move: (start: string) => (isRunning ? undefined : void run(start)) };
}
