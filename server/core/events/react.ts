import type { JobHandler } from '../jobs/registry.ts';
import { ask, tenantQuery } from '../tenant/tenant.ts';
import type { Reactions, RecordedEvent } from './reactions.ts';

/** The job that runs one reaction to one event. */
export const reactionJob =
  (reactions: Pick<Reactions, 'named'>): JobHandler =>
  async ({ tenant, payload, addJobs }) => {
    const { event_id, reaction } = payload as { event_id: string; reaction: string };
    const react = reactions.named(reaction);
    // Of a newer release: a worker that knows it takes the next try.
    if (!react) throw new Error(`This worker knows no reaction ${reaction}`);
    const [event] = await ask(tenant, eventById(event_id));
    if (event) await react({ tenant, event: event as unknown as RecordedEvent, addJobs });
  };

const eventById = (id: string) => tenantQuery.selectFrom('events').selectAll().where('id', '=', id);
