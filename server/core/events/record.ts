import type { EventType } from '@smooth/contract/core/event.ts';
import type { z } from 'zod';
import { type Actor, authorOf } from '../actor.ts';
import { atOnce } from '../db/raw.ts';
import { newId } from '../ids.ts';
import { sendAhead, type TenantDb } from '../tenant/tenant.ts';

export interface Fact {
  /** What the event is about; a later one of the same subject has a higher revision. */
  subject_id: string;
  revision?: number | null;
  actor: Actor;
}

/** Records a fact in the transaction of the write it is about; reactions hear of it after the commit. Answers its id. */
export async function record<Payload extends z.ZodObject>(
  tx: TenantDb,
  event: EventType<Payload>,
  fact: Fact,
  payload: z.input<Payload>,
): Promise<string> {
  const id = newId(tx.tenant.now);
  sendAhead(tx, recording(tx, event, { ...fact, id }, payload));
  return id;
}

/** The same as a query, to be sent along with others. */
export function recording<Payload extends z.ZodObject>(
  tx: TenantDb,
  event: EventType<Payload>,
  { id = newId(tx.tenant.now), subject_id, revision = null, actor }: Fact & { id?: string },
  payload: z.input<Payload>,
) {
  const values = {
    id,
    type: event.type,
    subject_id,
    revision,
    payload: JSON.stringify(payload),
    actor: JSON.stringify(authorOf(actor)),
    occurred_at: new Date(tx.tenant.now),
  };
  return atOnce(tx.insertInto('events').values(values), tx.insertInto('outbox').values({ event_id: id }));
}
