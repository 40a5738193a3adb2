import type { Appointment } from '@smooth/contract/scheduling/appointments.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSpeech } from '../words/use-speech.tsx';
import { fieldErrors, isRefusal } from '../app/refusal.ts';
import { useBook } from './api/appointments.ts';
import { servicesQuery } from './api/services.ts';
import { bookingBody, type Draft, missing } from './new-appointment.ts';

/** What is typed for a new appointment, what it still needs, and what the server says to it. */
export function useDraft(first: Draft, onDone: (made: Appointment) => void) {
  const speech = useSpeech('scheduling');
  const [draft, setDraft] = useState(first);
  const [tried, setTried] = useState(false);
  const { data: services = [] } = useQuery(servicesQuery);
  const book = useBook();
  const refused = fieldErrors(book.error);
  const errors: Record<string, string> = {
    ...refused,
    ...(isRefusal(book.error, 'overlap_reason_missing') ? { overlap_reason: book.error.message } : {}),
    ...(tried ? missing(draft, speech) : {}),
  };
  return {
    draft,
    errors,
    services,
    service: services.find(({ id }) => id === draft.serviceId),
    question: { serviceId: draft.serviceId ?? '', resourceId: draft.resourceId },
    /** A refusal that belongs to no field belongs to the time. */
    timeError: Object.keys(refused).length === 0 ? book.error : null,
    isBooking: book.isPending,
    set: (changed: Partial<Draft>) => setDraft({ ...draft, ...changed }),
    /** Another time, service or resource makes the last refusal void. */
    choose: (changed: Partial<Draft>) => {
      setDraft({ ...draft, picked: null, overlap: { allow: false, reason: '' }, ...changed });
      book.reset();
    },
    submit: (event: React.FormEvent) => {
      event.preventDefault();
      setTried(true);
      const body = bookingBody(draft);
      if (body && Object.keys(missing(draft, speech)).length === 0) book.mutate(body, { onSuccess: onDone });
    },
  };
}
