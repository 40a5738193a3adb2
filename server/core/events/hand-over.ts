import { MINUTE } from '@smooth/engine/instant.ts';
import { at } from '../db/raw.ts';
import type { AddJobs, JobSpec } from '../jobs/registry.ts';
import { dueJob, SOON_MS } from '../jobs/due.ts';
import { inTenant, type Tenant, type TenantDb } from '../tenant/tenant.ts';
import type { Reactions, Wanted } from './reactions.ts';

/** How many events of a business go over in one turn. */
const MOST_PER_TURN = 100;

export interface HandOver {
  tenant: Tenant;
  reactions: Pick<Reactions, 'to' | 'wanted'>;
  addJobs: AddJobs;
  priority?: number;
}

/**
 * Hands the events of the outbox to the jobs and takes them out of it. The jobs are there before the outbox forgets, and
 * their keys make a second handing over of the same event one and the same job. Answers how many went over.
 */
export const handOver = ({
  tenant,
  reactions,
  addJobs,
  priority = 0,
}: HandOver): Promise<{ count: number; more: boolean }> =>
  inTenant(tenant, async (tx) => {
    const rows = await takeOut(tx);
    const events = new Map(rows.map((row) => [row.event_id, row.type]));
    const isWanted = await wantedIn(tx, reactions, new Set(events.values()));
    const reacting = [...events].flatMap(([event_id, type]) =>
      reactions
        .to(type)
        .filter(isWanted)
        .map((reaction): JobSpec => reactionJobSpec(event_id, reaction, priority)),
    );
    const dues = new Map(rows.flatMap((row) => (row.due_id && row.due_at ? [[row.due_id, row.due_at] as const] : [])));
    const jobs = [...reacting, ...[...dues].map(([id, due_at]) => dueJob({ id, due_at }, tenant))];
    if (jobs.length > 0) await addJobs(tenant, jobs);
    return { count: events.size, more: events.size === MOST_PER_TURN };
  });

/** Each question is asked once, whatever the number of reactions it is about. */
async function wantedIn(tx: TenantDb, reactions: Pick<Reactions, 'to' | 'wanted'>, types: ReadonlySet<string>) {
  const names = [...types].flatMap((type) => reactions.to(type));
  const questions = new Set(names.map((name) => reactions.wanted(name)).filter((wanted) => wanted !== undefined));
  const answers = new Map<Wanted | undefined, boolean>();
  for (const wanted of questions) answers.set(wanted, await wanted(tx));
  return (name: string): boolean => answers.get(reactions.wanted(name)) ?? true;
}

const reactionJobSpec = (event_id: string, reaction: string, priority: number): JobSpec => ({
  name: 'reaction',
  key: `${event_id}:${reaction}`,
  payload: { event_id, reaction },
  priority,
});

/** Rows that another worker is handing over are left to it. What is due soon for the subjects comes along. */
const takeOut = (tx: TenantDb) =>
  tx
    .with('next', (db) =>
      db.selectFrom('outbox').select('event_id').orderBy('event_id').limit(MOST_PER_TURN).forUpdate().skipLocked(),
    )
    .with('taken', (db) =>
      db
        .deleteFrom('outbox')
        .using('next')
        .whereRef('outbox.event_id', '=', 'next.event_id')
        .returning('outbox.event_id'),
    )
    .selectFrom('taken')
    .innerJoin('events', 'events.id', 'taken.event_id')
    .leftJoin('due', (join) =>
      join
        .on((is) =>
          is.or([
            is('due.appointment_id', '=', is.ref('events.subject_id')),
            is('due.webhook_id', '=', is.ref('events.subject_id')),
          ]),
        )
        .on('due.due_at', '<=', at(tx.tenant.now + SOON_MS + MINUTE)),
    )
    .select(['taken.event_id', 'events.type', 'due.id as due_id', 'due.due_at'])
    .orderBy('taken.event_id')
    .execute();
