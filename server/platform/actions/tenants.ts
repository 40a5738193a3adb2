import type { BodyOf } from '@smooth/contract/core/endpoint.ts';
import type * as contract from '@smooth/contract/platform/tenants.ts';
import { DAY } from '@smooth/engine/instant.ts';
import { audit, type Happening, type Witness } from '../../audit/actions/write.ts';
import type { Actor } from '../../core/actor.ts';
import type { Core } from '../../core/core.ts';
import { demandRevision } from '../../core/db/revision.ts';
import { found } from '../../core/errors.ts';
import { newId } from '../../core/ids.ts';
import { inConsole, type PublicDb } from '../../core/tenant/gate.ts';
import { schemaOf } from '../../core/tenant/tenant.ts';
import type { Provision } from '../../schema/public-tables.ts';
import { asTenantRefusal } from '../../tenancy/actions/create.ts';
import { refuseUnfitTenant, schemaNameFor } from '../../tenancy/rules/tenant.ts';
import { tenantPolicy } from '../policy.ts';
import { presentTenant } from '../present/tenants.ts';
import { type ListedTenant, tenantById } from '../queries/tenants.ts';
import { refuseWrongStatus, type StatusVerb } from '../rules/status.ts';

export interface By {
  actor: Actor;
  witness: Witness;
}

/** What is written down about a business stands in its own trail. */
export const auditOf = (core: Core, tx: PublicDb, { witness }: By, tenantId: string, happening: Happening) =>
  audit(core, tx, { ...witness, tenant_id: tenantId, mode: null }, happening);

export type NewBusiness = Omit<BodyOf<typeof contract.createTenant>, 'lasts_days' | 'world'> & {
  expires_at?: Date | null;
  overrides?: ListedTenant['overrides'];
  provision?: Provision;
};

/** Makes a business without its schemas: the worker makes those, and lets people in. Refuses with the field. */
export async function addTenant(tx: PublicDb, given: NewBusiness, now: number): Promise<string> {
  refuseUnfitTenant(given);
  const id = newId(now);
  const { overrides = {}, provision = {}, ...fields } = given;
  const schema_name = schemaNameFor(given.subdomain, id);
  const at = new Date(now);
  const row = { ...fields, id, schema_name, created_at: at, updated_at: at, provisioned_at: null };
  const json = { overrides: JSON.stringify(overrides), provision: JSON.stringify(provision) };
  try {
    await tx
      .insertInto('public.tenants')
      .values({ ...row, ...json })
      .execute();
  } catch (error) {
    throw asTenantRefusal(error, given);
  }
  const modes = (['live', 'sandbox'] as const).map((mode) => ({
    schema_name: schemaOf(schema_name, mode),
    tenant_id: id,
    mode,
    status: 'creating' as const,
    error: null,
    updated_at: at,
  }));
  await tx.insertInto('public.tenant_schemas').values(modes).execute();
  return id;
}

export function createTenant(
  core: Core,
  { lasts_days, world, ...given }: BodyOf<typeof contract.createTenant>,
  by: By,
): Promise<ListedTenant> {
  const now = by.witness.at;
  return inConsole(core.database, async (tx) => {
    tenantPolicy.demand(by.actor, 'tenant.create', given);
    const expires_at = given.is_temporary ? new Date(now + lasts_days * DAY) : null;
    const id = await addTenant(
      tx,
      { ...given, expires_at, provision: given.is_temporary ? { world } : { world: 'empty' } },
      now,
    );
    const { name, subdomain, tier, is_temporary } = given;
    await auditOf(core, tx, by, id, { action: 'TENANT_CREATED', detail: { name, subdomain, tier, is_temporary } });
    return found(await tenantById(tx, id, now));
  });
}

type Change = BodyOf<typeof contract.changeTenant> & { id: string };

export function changeTenant(core: Core, { id, revision, ...fields }: Change, by: By): Promise<ListedTenant> {
  const now = by.witness.at;
  return inConsole(core.database, async (tx) => {
    const before = await lockTenant(tx, id, by);
    tenantPolicy.demand(by.actor, 'tenant.edit', before);
    demandRevision(before, revision, (row) => presentTenant(row, { ...by, ...core, now }));
    refuseUnfitTenant({ ...before, ...fields });
    const { overrides, ...plain } = fields;
    await tx
      .updateTable('public.tenants')
      .set({
        ...plain,
        ...(overrides && { overrides: JSON.stringify(overrides) }),
        revision: revision + 1,
        updated_at: new Date(now),
      })
      .where('id', '=', id)
      .execute();
    await auditOf(core, tx, by, id, { action: 'TENANT_CHANGED', detail: { ...fields } });
    return found(await tenantById(tx, id, now));
  });
}

const verbs = {
  suspend: { may: 'tenant.suspend', action: 'TENANT_SUSPENDED' },
  resume: { may: 'tenant.suspend', action: 'TENANT_RESUMED' },
  close: { may: 'tenant.close', action: 'TENANT_CLOSED' },
  reopen: { may: 'tenant.close', action: 'TENANT_REOPENED' },
} as const;

interface StatusChange {
  id: string;
  revision: number;
  reason?: string | undefined;
  verb: StatusVerb;
}

/** A closed business keeps its data for the retention; reopened, it is as it was. */
export function changeStatus(core: Core, { id, revision, reason, verb }: StatusChange, by: By): Promise<ListedTenant> {
  const now = by.witness.at;
  return inConsole(core.database, async (tx) => {
    const before = await lockTenant(tx, id, by);
    tenantPolicy.demand(by.actor, verbs[verb].may, before);
    demandRevision(before, revision, (row) => presentTenant(row, { ...by, ...core, now }));
    refuseWrongStatus(verb, before, now);
    const isClosing = verb === 'close';
    await tx
      .updateTable('public.tenants')
      .set({
        status: isClosing ? 'closed' : verb === 'suspend' ? 'suspended' : 'active',
        closed_at: isClosing ? new Date(now) : null,
        delete_after: isClosing ? new Date(now + core.config.retentionDays * DAY) : null,
        revision: revision + 1,
        updated_at: new Date(now),
      })
      .where('id', '=', id)
      .execute();
    await auditOf(core, tx, by, id, { action: verbs[verb].action, reason: reason ?? null });
    return found(await tenantById(tx, id, now));
  });
}

/** A business somebody may not see is not there for them. */
export async function lockTenant(tx: PublicDb, id: string, { actor, witness }: By): Promise<ListedTenant> {
  await tx.selectFrom('public.tenants').select('id').where('id', '=', id).forUpdate().execute();
  return visible(await tenantById(tx, id, witness.at), actor);
}

export function visible(row: ListedTenant | undefined, actor: Actor): ListedTenant {
  return found(row && tenantPolicy.may(actor, 'tenant.read', row) ? row : undefined);
}
