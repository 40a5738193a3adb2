import type { DecideInput } from '@smooth/engine/decide.ts';
import type { Blocker } from '@smooth/engine/explain.ts';
import { clockOf, conflictOf, conflictWords } from '@smooth/engine/conflict.ts';
import { conflictTexts } from '@smooth/engine/words/all.ts';
import { sql } from 'kysely';
import { plain } from '../../core/db/raw.ts';
import { ask, type Tenant } from '../../core/tenant/tenant.ts';
import type { BusinessRules } from './rules.ts';

/** What stands in the way, in the words the timeline shows before the drop. For people of the business only. */
export async function conflictSentence(
  tenant: Tenant,
  rules: BusinessRules,
  question: DecideInput,
): Promise<string | undefined> {
  const conflict = conflictOf(question);
  if (!conflict) return undefined;
  const by = 'blocker' in conflict ? await nameOf(tenant, rules, conflict.blocker) : null;
  const { language, locale } = tenant.voice;
  const names = {
    resource: (id: string) => rules.resources.get(id),
    blocker: () => by,
    service: rules.services.get(question.service.id)?.name ?? '',
    time: clockOf(locale, tenant.row.time_zone),
  };
  return conflictWords(conflict, names, conflictTexts[language]);
}

async function nameOf(tenant: Tenant, rules: BusinessRules, { kind, id }: Blocker): Promise<string | null> {
  if (id === null) return null;
  if (kind === 'closure') return rules.schedule.rules.closures.find((closure) => closure.id === id)?.name ?? null;
  if (kind === 'time_off') return reasonOf(rules, id);
  if (kind !== 'appointment' && kind !== 'class') return null;
  const [booked] = await ask(tenant, plain(kind === 'class' ? classNamed(id) : appointmentNamed(id)));
  const service = rules.services.get(booked?.service_id ?? '')?.name ?? null;
  return service && conflictTexts[tenant.voice.language].booking(service, booked?.customer ?? null);
}

function reasonOf(rules: BusinessRules, id: string): string | null {
  const all = [...rules.resources.values()].flatMap((one) => [...one.time_off, ...one.recurring_time_off]);
  return all.find((off) => off.id === id)?.reason ?? null;
}

interface Named {
  service_id: string;
  customer: string | null;
}

const appointmentNamed = (id: string) => sql<Named>`SELECT service_id, customers.name AS customer FROM appointments
    LEFT JOIN customers ON customers.id = customer_id WHERE appointments.id = ${id}`;
const classNamed = (id: string) => sql<Named>`SELECT service_id, NULL AS customer FROM classes WHERE id = ${id}`;
