import type { EventType } from '@smooth/contract/core/event.ts';
import type { Instant } from '@smooth/engine/types.ts';
import type { z } from 'zod';
import type { AddJobs } from '../jobs/registry.ts';
import type { Tenant, TenantDb } from '../tenant/tenant.ts';

export interface RecordedEvent<Payload = Record<string, unknown>> {
  id: string;
  type: string;
  subject_id: string;
  revision: number | null;
  payload: Payload;
  actor: { kind: 'user' | 'customer' | 'system'; id: string | null; name: string };
  occurred_at: Instant;
}

export interface Happened<Payload = Record<string, unknown>> {
  tenant: Tenant;
  event: RecordedEvent<Payload>;
  addJobs: AddJobs;
}

/** What a slice does about a fact of another. It runs at least once per event, so its effect is idempotent. */
export type Reaction<Payload = Record<string, unknown>> = (happened: Happened<Payload>) => Promise<void>;

/** Whether a reaction has anything to do in a business at all; asked once for many events. */
export type Wanted = (tx: TenantDb) => Promise<boolean>;

/** `name` is part of the job's key: unique, and the same in every release. */
export type On = <Payload extends z.ZodObject>(
  event: EventType<Payload>,
  name: string,
  reaction: Reaction<z.output<Payload>>,
  wanted?: Wanted,
) => void;

export interface Reactions {
  on: On;
  /** The names of the reactions to a type of event. */
  to(type: string): readonly string[];
  named(name: string): Reaction | undefined;
  /** Absent: always. */
  wanted(name: string): Wanted | undefined;
}

export function reactionRegistry(): Reactions {
  const byName = new Map<string, Reaction>();
  const wantedBy = new Map<string, Wanted>();
  const byType = new Map<string, string[]>();
  return {
    on(event, name, reaction, wanted) {
      if (byName.has(name)) throw new Error(`Two reactions are called ${name}`);
      byName.set(name, reaction as Reaction<never> as Reaction);
      if (wanted) wantedBy.set(name, wanted);
      byType.set(event.type, [...(byType.get(event.type) ?? []), name]);
    },
    to: (type) => byType.get(type) ?? [],
    named: (name) => byName.get(name),
    wanted: (name) => wantedBy.get(name),
  };
}
