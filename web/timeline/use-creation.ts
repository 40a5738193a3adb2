import type { TimelineService } from '@smooth/contract/scheduling/timeline.ts';
import { formatInstant, MINUTE } from '@smooth/engine/instant.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Tongue, useTongue } from './tongue.ts';
import { fieldErrors } from '../app/refusal.ts';
import type { CustomerChoice } from '../customers/components/customer-picker.tsx';
import { tellRefusal } from '../ui/tell.tsx';
import { blockTime, bookAppointment, moveAppointment, refresh, takeBack, unblockTime } from './api.ts';
import type { Wished } from './hint.ts';
import type { Model } from './model.ts';
import type { Times } from './use-times.ts';
import { rangeWords, whenWords } from './words.ts';

export interface Creation {
  model: Model;
  times: Times;
  resourceId: string | null;
  hintFor: (wished: Omit<Wished, 'now'>) => string | null;
  onDone: (message: string, undo: () => Promise<void>) => void;
}

interface Draft {
  serviceId: string | null;
  customer: CustomerChoice;
  notes: string;
}

/** Booking and blocking from the calendar, each with its way back. */
export function useCreation({ model, times, resourceId, hintFor, onDone }: Creation) {
  const format = useTongue();
  const { text } = format.say;
  const [missing, setMissing] = useState<Record<string, string>>({});
  const { run, error, isBusy } = useMaking(onDone);
  const { span } = times;

  const book = (draft: Draft) => {
    const needs = missingIn(draft, format);
    setMissing(needs);
    const service = model.services.get(draft.serviceId ?? '');
    if (!service || !span || Object.keys(needs).length > 0) return;
    void run(async () => {
      const last = await bookDraft(draft, { service, span, resourceId });
      const done = text('booked_for', { what: service.name, when: whenWords(span.start, format) });
      return { done, undo: () => takeBack(last.id, last.revision) };
    });
  };
  const block = (reason: string) => {
    if (!span || !resourceId) return;
    void run(async () => {
      const when = { start: formatInstant(span.start), end: formatInstant(span.end) };
      const made = await blockTime({ resource_id: resourceId, ...when, reason: reason.trim() || null });
      const who = model.data.resources.find(({ id }) => id === resourceId)?.name ?? '';
      const done = text('blocked', { who, when: rangeWords(span.start, span.end, format) });
      return { done, undo: () => unblockTime(made.block.id) };
    });
  };
  const hintOf = (serviceId: string | null) => {
    const service = model.services.get(serviceId ?? '');
    if (!service || !span || !resourceId) return null;
    return hintFor({ service, ...span, resourceIds: [resourceId] });
  };
  const inside = ({ start, end }: { start: number; end: number }) =>
    model.rows
      .find(({ resource }) => resource.id === resourceId)
      ?.bars.filter(({ bar }) => bar.start < end && bar.end > start).length ?? 0;
  return { book, block, hintOf, inside, error, isBusy, errors: { ...fieldErrors(error), ...missing } };
}

interface Made {
  done: string;
  undo: () => Promise<unknown>;
}

/** Makes something, has the calendar show it, and says so with the way back. */
function useMaking(onDone: Creation['onDone']) {
  const queries = useQueryClient();
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const run = async (make: () => Promise<Made>) => {
    setBusy(true);
    setError(null);
    try {
      const { done, undo } = await make();
      await refresh(queries);
      onDone(done, async () => {
        await undo();
        await refresh(queries);
      });
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return { run, error, isBusy };
}

interface Place {
  service: TimelineService;
  span: { start: number; end: number };
  resourceId: string | null;
}

async function bookDraft({ customer, notes }: Draft, { service, span, resourceId }: Place) {
  const made = await bookAppointment({
    service_id: service.id,
    start: formatInstant(span.start),
    ...customerOf(customer),
    ...(resourceId && service.requires.length > 0 ? { resource_ids: [resourceId] } : {}),
    ...(notes.trim() ? { notes: notes.trim() } : {}),
  });
  return lengthened(made, (span.end - span.start) / MINUTE, service.duration_minutes);
}

const missingIn = (
  { serviceId, customer }: Pick<Draft, 'serviceId' | 'customer'>,
  { say: { text } }: Tongue,
): Record<string, string> => ({
  ...(serviceId ? {} : { service_id: text('create_service_hint') }),
  ...(customer.id || customer.name.trim()
    ? {}
    : { customer_id: text('create_customer_hint'), 'customer.name': text('create_name_hint') }),
});

const customerOf = ({ id, name, email, phone }: CustomerChoice) =>
  id
    ? { customer_id: id }
    : { customer: { name: name.trim(), email: email.trim() || null, phone: phone.trim() || null } };

/** An appointment begins with the length of its service; another one is asked for next, and a refusal of it is told. */
async function lengthened(
  made: { id: string; revision: number; start: string; resource_ids: string[] },
  minutes: number,
  usual: number,
) {
  if (minutes === usual) return made;
  const { id, revision, start, resource_ids } = made;
  try {
    return await moveAppointment(id, { revision, start, duration_minutes: minutes, resource_ids });
  } catch (error) {
    tellRefusal(error);
    return made;
  }
}
