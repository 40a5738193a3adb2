import { customerErased } from '@smooth/contract/scheduling/events.ts';
import type { Actor } from '../../core/actor.ts';
import { demandRevision } from '../../core/db/revision.ts';
import { found, Refused } from '../../core/errors.ts';
import { record } from '../../core/events/record.ts';
import { send, type TenantDb } from '../../core/tenant/tenant.ts';
import { presentCustomer } from '../present/customer.ts';
import { type CustomerRow, readCustomer } from '../queries/customers.ts';
import * as person from '../queries/person.ts';

/**
 * Takes a person out of everything the business knows in this mode. Their appointments stay with time, service and price;
 * the audit stays as it is. What the event carries names nobody.
 */
export async function eraseCustomer(
  tx: TenantDb,
  { id, revision }: { id: string; revision: number },
  actor: Actor,
): Promise<{ appointments: number; messages: number }> {
  const row = found(await person.lockPerson(tx, id));
  if (row.revision !== revision)
    demandRevision(await readCustomer(tx, id), revision, (state) => presentCustomer(state, actor));
  const texts = textsOf(row);
  const [importing, people, booked] = await send(
    tx,
    person.importsNaming(texts),
    person.everyoneMergedInto(id),
    person.lockBooked(id),
  );
  if (importing.length > 0)
    throw new Refused('in_use', { detail: 'An import that names this person is under way. Wait until it is done.' });
  const appointments = booked.map((one) => one.id);
  const everyone = people.map((one) => one.id);
  const [mails] = await send(tx, person.messagesAbout(id, appointments));
  const messages = mails.map((one) => one.id);
  await send(
    tx,
    person.withoutPerson(id, tx.tenant.now),
    person.attemptsForgotten([...everyone, ...appointments]),
    person.historyForgotten(everyone, appointments),
    person.answersForgotten([...everyone, ...appointments], texts),
    person.importsForgotten,
    person.feedsForgotten(id),
    person.customerForgotten(id),
    person.accountForgotten(id, messages),
  );
  await record(tx, customerErased, { subject_id: id, actor }, { id, message_ids: messages });
  return { appointments: appointments.length, messages: messages.length };
}

const textsOf = ({ name, email, phone, import_key }: CustomerRow): string[] =>
  [name, email, phone, import_key].filter((text) => text !== null && text.trim() !== '') as string[];
