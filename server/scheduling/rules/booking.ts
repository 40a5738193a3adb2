import type { Instant } from '@smooth/engine/types.ts';
import { type Actor, isBusiness } from '../../core/actor.ts';
import { Refused } from '../../core/errors.ts';
import type { LaneClaim } from '../queries/claims.ts';
import type { BookableService } from '../queries/rules.ts';
import { answerErrors } from './answers.ts';

/** Everything a writer says about an appointment to be made. */
export interface Booking {
  service_id: string;
  start: Instant;
  customer_id?: string | undefined;
  customer?: { name: string; email?: string | null | undefined; phone?: string | null | undefined } | undefined;
  /** Absent: chosen by the engine. Empty, of the business: no resource yet. */
  resource_ids?: readonly string[] | undefined;
  class_id?: string | undefined;
  party_size: number;
  hold_id?: string | undefined;
  notes?: string | undefined;
  answers?: Record<string, string | boolean> | undefined;
  allow_overlap?: boolean;
  overlap_reason?: string | undefined;
  time_zone?: string | undefined;
  locale?: string | undefined;
  source: 'public' | 'staff' | 'api';
  actor: Actor;
}

/** What was found for a booking, whichever way it was found. */
export interface Found {
  start: Instant;
  end: Instant;
  location_id: string | null;
  resource_ids: string[];
  /** Of one person. */
  price_minor: number;
  assignment_reason: string | null;
  lanes: LaneClaim[];
  class_id: string | null;
}

/** What can be told from the request and the service alone. */
export function refuseUnfit(service: BookableService, { actor, answers = {}, customer, source }: Booking): void {
  if (source === 'public' && !service.online) throw new Refused('not_found', { detail: 'There is no such service.' });
  const isCustomer = !isBusiness(actor);
  const errors = answerErrors(service.questions, answers).filter(({ code }) => isCustomer || code !== 'required');
  if (isCustomer && service.needs_phone && customer && !customer.phone) {
    errors.push({ pointer: '/body/customer/phone', code: 'required', detail: 'Add a phone number' });
  }
  if (errors.length > 0) throw new Refused('answers_missing', { detail: 'Some answers are missing.', errors });
}
