import type { CallOf } from '@smooth/contract/core/endpoint.ts';
import type { createAppointment } from '@smooth/contract/scheduling/appointments.ts';
import { type SpeechOf } from '../words/use-speech.tsx';

export interface Draft {
  serviceId: string | null;
  customer: { id: string | null; name: string; email: string; phone: string };
  resourceId: string | undefined;
  party: number;
  picked: { start: string; isOffered: boolean; classId?: string | undefined } | null;
  overlap: { allow: boolean; reason: string };
  notes: string;
}

export const emptyDraft = (serviceId?: string): Draft => ({
  serviceId: serviceId ?? null,
  customer: { id: null, name: '', email: '', phone: '' },
  resourceId: undefined,
  party: 1,
  picked: null,
  overlap: { allow: false, reason: '' },
  notes: '',
});

/** What is still needed, by field. */
export function missing(
  { serviceId, customer, picked, overlap }: Draft,
  { text }: SpeechOf<'scheduling'>,
): Record<string, string> {
  const needs: Record<string, string> = {};
  if (!serviceId) needs['service_id'] = text('service_missing');
  if (!customer.id && !customer.name.trim()) {
    needs['customer_id'] = text('customer_missing');
    needs['customer.name'] = text('name_missing');
  }
  if (serviceId && !picked) needs['start'] = text('choose_time');
  if (overlap.allow && !overlap.reason.trim()) needs['overlap_reason'] = text('overlap_missing');
  return needs;
}

type Body = NonNullable<CallOf<typeof createAppointment>['body']>;

/** The request; null while service or time are open. */
export function bookingBody({ serviceId, customer, resourceId, party, picked, overlap, notes }: Draft): Body | null {
  if (!serviceId || !picked) return null;
  const { id, name, email, phone } = customer;
  return {
    service_id: serviceId,
    start: picked.start,
    ...(id
      ? { customer_id: id }
      : { customer: { name: name.trim(), email: email.trim() || null, phone: phone.trim() || null } }),
    ...(resourceId ? { resource_ids: [resourceId] } : {}),
    ...(picked.classId ? { class_id: picked.classId } : {}),
    ...(party > 1 ? { party_size: party } : {}),
    ...(notes.trim() ? { notes: notes.trim() } : {}),
    ...(overlap.allow ? { allow_overlap: true, overlap_reason: overlap.reason.trim() } : {}),
  };
}
