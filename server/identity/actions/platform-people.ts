import type { BodyOf } from '@smooth/contract/core/endpoint.ts';
import type { changePlatformUser } from '@smooth/contract/platform/users.ts';
import type { Role } from '@smooth/contract/identity/roles.ts';
import { sql } from 'kysely';
import { audit, type Happening, type Witness } from '../../audit/actions/write.ts';
import type { Actor } from '../../core/actor.ts';
import type { Core } from '../../core/core.ts';
import { found, Refused } from '../../core/errors.ts';
import { PLATFORM } from '../../core/events/wake.ts';
import { inConsole, inGate, type PublicDb } from '../../core/tenant/gate.ts';
import { platformPeoplePolicy } from '../policy.ts';
import { presentPerson } from '../present/platform-people.ts';
import { personById } from '../queries/platform-people.ts';
import type { Giving, PermissionChanges } from './permissions.ts';

interface By {
  actor: Actor;
  witness: Witness;
}
type Body = BodyOf<typeof changePlatformUser>;
type Changes = Omit<Body, 'revision'>;

/** Changes somebody of the platform: judged by who they are at this moment, while nobody else changes them. */
export async function changePlatformPerson(
  core: Core,
  { id, revision, ...changes }: Body & { id: string },
  { actor, witness }: By,
): Promise<void> {
  await inConsole(core.database, async (tx) => {
    const before = found(
      await tx
        .selectFrom('public.users')
        .select(['id', 'tenant_id', 'role', 'email', 'name', 'is_active'])
        .where('id', '=', id)
        .executeTakeFirst(),
    );
    demand(actor, before, changes);
    const changed = await tx
      .updateTable('public.users')
      .set({ ...changes, revision: sql`revision + 1`, updated_at: new Date(witness.at) })
      .where('id', '=', id)
      .where('revision', '=', revision)
      .where('role', '=', before.role)
      .returning('id')
      .executeTakeFirst();
    // Somebody changed them meanwhile: their name or account, or the role by which they were judged here.
    if (!changed) throw await stale(core, id, actor);
    for (const happening of happenings(before, changes))
      await audit(core, tx, witness, { ...happening, subject: { id, email: before.email } });
  });
  core.wake(PLATFORM);
}

/** Changes what somebody is given; answers what came and what went. */
export type PermissionChange = (tx: PublicDb, giving: Giving) => Promise<PermissionChanges>;

/** Gives and takes permissions of somebody of the platform, and writes down what changed. */
export async function permitPlatformPerson(
  core: Core,
  { id, change }: { id: string; change: PermissionChange },
  { actor, witness }: By,
): Promise<void> {
  const to = found(await personById(core, id));
  // People of businesses are given their permissions there.
  if (to.tenant_id !== null) throw new Refused('forbidden');
  platformPeoplePolicy.demand(actor, 'platform_user.permit', to);
  await inGate(core.database, async (tx) => {
    const detail = await change(tx, { actor, to, tenant_id: null, mode: 'live', now: witness.at });
    const subject = { id: to.id, email: to.email };
    await audit(core, tx, witness, { action: 'PERMISSIONS_CHANGED', subject, detail });
  });
  core.wake(PLATFORM);
}

async function stale(core: Core, id: string, actor: Actor): Promise<Refused> {
  const now = found(await personById(core, id));
  return new Refused('stale_revision', { current: presentPerson(now, actor) });
}

interface Person {
  id: string;
  tenant_id: string | null;
  role: Role;
  name: string;
  is_active: boolean;
}

function demand(actor: Actor, person: Person, { role }: Changes): void {
  if (person.tenant_id !== null) throw new Refused('forbidden');
  platformPeoplePolicy.demand(actor, 'platform_user.edit', person);
  if (role !== undefined && role !== person.role) platformPeoplePolicy.demand(actor, 'platform_user.set_role', person);
}

/** What is written down about a change. */
function happenings(before: Person, { name, role, is_active }: Changes): Omit<Happening, 'subject'>[] {
  const all: Omit<Happening, 'subject'>[] = [];
  if (role !== undefined && role !== before.role)
    all.push({ action: 'ROLE_CHANGED', detail: { from: before.role, to: role } });
  if (is_active !== undefined && is_active !== before.is_active)
    all.push({ action: is_active ? 'ACCOUNT_REACTIVATED' : 'ACCOUNT_DEACTIVATED' });
  if (name !== undefined && name !== before.name)
    all.push({ action: 'ACCOUNT_RENAMED', detail: { from: before.name, to: name } });
  return all;
}
