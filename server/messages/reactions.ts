import * as events from '@smooth/contract/scheduling/events.ts';
import { parseInstant } from '@smooth/engine/instant.ts';
import type { Core } from '../core/core.ts';
import type { Happened, On } from '../core/events/reactions.ts';
import { forgetMails } from '../core/mail/mailbox.ts';
import type { JobSpec } from '../core/jobs/registry.ts';
import { ask, inTenant } from '../core/tenant/tenant.ts';
import { tell, type Telling } from './actions/tell.ts';
import { factsById } from './queries.ts';
import { businessTemplate, customerTemplate, type Occurrence } from './rules/templates.ts';

/** Whoever has something to do with an appointment hears what happens to it, whichever party of a class it is. */
export function messageReactions(core: Core, on: On): void {
  const react = (happened: Happened<Occurrence['payload']>) => tellOf(core, happened);
  on(events.appointmentBooked, 'messages.booked', react);
  on(events.appointmentRescheduled, 'messages.rescheduled', react);
  on(events.appointmentCancelled, 'messages.cancelled', react);
  on(events.appointmentApproved, 'messages.approved', react);
  on(events.appointmentDeclined, 'messages.declined', react);
  on(events.appointmentExpired, 'messages.expired', react);
  // Where no mail server is configured, mails stand in a folder.
  on(events.customerErased, 'messages.erased', ({ event }) =>
    forgetMails(core.config.dataDir, event.payload.message_ids),
  );
}

async function tellOf(core: Core, { tenant, event, addJobs }: Happened<Occurrence['payload']>): Promise<void> {
  const [facts] = await ask(tenant, factsById(event.subject_id));
  if (!facts) return;
  const forCustomer = customerTemplate(event, facts, tenant.now);
  const templates = [forCustomer, businessTemplate(event, forCustomer)].filter((template) => template !== null);
  if (templates.length === 0) return;
  const jobs = await inTenant(tenant, async (tx) => {
    const sending: JobSpec[] = [];
    for (const template of templates) {
      const dedupe_key = `${event.id}:${template}`;
      sending.push(...(await tell(core, tx, { template, facts, dedupe_key, ...changeIn(event.payload) })));
    }
    return sending;
  });
  if (jobs.length > 0) await addJobs(tenant, jobs);
}

/** The time before a move, and the reason somebody gave. */
function changeIn({ from, reason }: Occurrence['payload']): Pick<Telling, 'before' | 'reason'> {
  const start = from && parseInstant(from.start);
  const end = from && parseInstant(from.end);
  return { reason: typeof reason === 'string' ? reason : null, ...(start && end && { before: { start, end } }) };
}
