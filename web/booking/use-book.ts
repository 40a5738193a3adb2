import type { BookingService } from '@smooth/contract/booking/booking.ts';
import { useState } from 'react';
import { type BookBody, type CallFailed, CallFailed as Failed } from './api.ts';
import { answersTo, type Faults, faultsIn, faultsOf } from './check.ts';
import type { Draft, Move } from './draft.ts';
import { usePage } from './page-context.ts';
import { isLost } from './refusal.ts';
import type { Holding } from './use-hold.ts';
import { asFailure } from './use-loaded.ts';

interface Options {
  service: BookingService;
  draft: Draft;
  dispatch: (move: Move) => void;
  holding: Holding;
}

/** Checks what was typed, then books it, and says what stood in the way. */
export function useBook(options: Options) {
  const { service, draft, dispatch, holding } = options;
  const send = useSend(options);
  const [isRunning, setIsRunning] = useState(false);
  const [failure, setFailure] = useState<CallFailed | null>(null);
  const [faults, setFaults] = useState<Faults>({});
  const refuse = (refused: CallFailed) => {
    if (isLost(refused) && draft.start) {
      dispatch({ type: 'released' });
      holding.refuse(draft.start, refused);
      return;
    }
    setFaults(refused.problem ? faultsOf(refused.problem, service) : {});
    setFailure(refused);
  };
  const run = async () => {
    setIsRunning(true);
    setFailure(null);
    holding.clear();
    await send().then((booked) => dispatch({ type: 'booked', booked }), refuse);
    setIsRunning(false);
  };
  /** The faults that keep it from being sent; none when it is on its way. */
  const submit = (): Faults => {
    const found = faultsIn(draft.details, service);
    setFaults(found);
    if (Object.keys(found).length === 0 && !isRunning) void run();
    return found;
  };
  const mended = (name: string) =>
    setFaults((now) => Object.fromEntries(Object.entries(now).filter(([key]) => key !== name)));
  return { isRunning, failure, faults, submit, mended };
}

/** The same body goes out under the same key until somebody answers it; a hold that ran out is done without. */
function useSend({ service, draft, dispatch }: Options) {
  const { api, locale } = usePage();
  const send = (hold: Draft['hold']) => {
    const body = bodyOf({ draft, service, hold, locale });
    const text = JSON.stringify(body);
    const key = draft.attempt?.body === text ? draft.attempt.key : crypto.randomUUID();
    dispatch({ type: 'attempted', attempt: { key, body: text } });
    return api.book(body, key);
  };
  return async () => {
    try {
      return await send(draft.hold).catch((error: unknown) => {
        if (error instanceof Failed && error.problem?.code === 'hold_expired') return send(null);
        throw error;
      });
    } catch (error) {
      const refused = asFailure(error);
      if (refused.problem && refused.problem.status < 500) dispatch({ type: 'attempted', attempt: null });
      throw refused;
    }
  };
}

function bodyOf(options: { draft: Draft; service: BookingService; hold: Draft['hold']; locale: string }): BookBody {
  const { draft, service, hold, locale } = options;
  const { details, resource_id, party_size, zone, start } = draft;
  const phone = details.phone.trim();
  return {
    service_id: service.id,
    start: start ?? '',
    party_size,
    ...(resource_id ? { resource_id } : {}),
    ...(hold ? { hold_id: hold.id } : {}),
    customer: {
      name: details.name.trim(),
      email: details.email.trim(),
      ...(service.needs_phone && phone ? { phone } : {}),
    },
    answers: answersTo(service.questions, details.answers),
    time_zone: zone,
    locale,
  };
}
