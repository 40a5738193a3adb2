import type { Mode } from '@smooth/contract/identity/roles.ts';
import type { Instant } from '@smooth/engine/types.ts';
import type { Kysely, Selectable } from 'kysely';
import type { PoolClient } from 'pg';
import type { Database } from '../db/database.ts';
import { type Compilable, compiler, onConnection, run } from '../db/kysely.ts';
import { type Ahead, ask as askScope, transaction } from '../db/transaction.ts';
import { Refused } from '../errors.ts';
import { type Voice, voiceOf } from '../http/voice.ts';
import type { PublicTables } from '../../schema/public-tables.ts';
import type { TenantTables } from '../../schema/tenant-tables.ts';

type TenantRow = Selectable<PublicTables['public.tenants']>;

/** One business in one mode, for one request. Whoever holds it may reach that schema and no other. */
export interface Tenant {
  readonly id: string;
  readonly mode: Mode;
  readonly row: TenantRow;
  readonly database: Database;
  readonly role: string;
  readonly schema: string;
  /** The instant this request counts as. A sandbox may have its clock moved, so nothing else asks for the time. */
  readonly now: Instant;
  /** How far its clock is ahead of everybody's. */
  readonly ahead_ms: number;
  /** Who reads the answer, where that was said; see `core/http/voice.ts`. */
  readonly voice: Voice;
}

declare const inTransaction: unique symbol;

/** The tables of one tenant and mode inside a transaction; made only by `inTenant` and `readTenant`. */
export type TenantDb = Kysely<TenantTables & PublicTables> & {
  readonly [inTransaction]: true;
  readonly tenant: Tenant;
  readonly client: PoolClient;
  readonly ahead: Ahead;
};

export type { Compilable } from '../db/kysely.ts';

/** Builds queries for `ask`. */
export const tenantQuery = compiler<TenantTables & PublicTables>();

export const roleOf = (tenantId: string, mode: Mode) => `t_${tenantId.replaceAll('-', '')}_${mode}`;
export const schemaOf = (schemaName: string, mode: Mode) => (mode === 'live' ? schemaName : `${schemaName}_sandbox`);

/** `now` is the time of the installation; the clock of a sandbox may be ahead of it. */
export function tenantHandle(
  row: TenantRow,
  mode: Mode,
  database: Database,
  now: Instant,
  voice: Voice = voiceOf(undefined, row.locale),
): Tenant {
  const ahead_ms = mode === 'sandbox' ? row.sandbox_clock_ms : 0;
  return {
    id: row.id,
    mode,
    row,
    database,
    now: now + ahead_ms,
    ahead_ms,
    voice,
    role: roleOf(row.id, mode),
    schema: schemaOf(row.schema_name, mode),
  };
}

/** Writes: one transaction under the role of the tenant and mode. A suspended business cannot be written to. */
export function inTenant<T>(tenant: Tenant, work: (tx: TenantDb) => Promise<T>): Promise<T> {
  if (tenant.row.status !== 'active') throw new Refused('business_suspended');
  return inEvenSuspended(tenant, work);
}

/** The same for what the contract takes while a business is suspended. */
export const inEvenSuspended = <T>(tenant: Tenant, work: (tx: TenantDb) => Promise<T>): Promise<T> =>
  transaction(tenant, (client, ahead) => work(scoped(client, tenant, ahead)));

/** Several reads that see one state. */
export const readTenant = <T>(tenant: Tenant, work: (tx: TenantDb) => Promise<T>): Promise<T> =>
  transaction(
    tenant,
    (client, ahead) => work(scoped(client, tenant, ahead)),
    ' ISOLATION LEVEL REPEATABLE READ READ ONLY',
  );

/** The same transaction as if it were another instant: for telling what happened before. */
export const asOf = (tx: TenantDb, now: Instant): TenantDb => scoped(tx.client, { ...tx.tenant, now }, tx.ahead);

/** One read, in one round trip with its scope. */
export const ask = <Row>(tenant: Tenant, query: Compilable<Row>): Promise<Row[]> => askScope(tenant, query);

/**
 * Sends several queries of a transaction at once and waits for all: one round trip. They run in this order, each on what
 * the ones before it left.
 */
export const send = <const Queries extends readonly Compilable[]>(
  tx: TenantDb,
  ...queries: Queries
): Promise<{ [Index in keyof Queries]: Queries[Index] extends Compilable<infer Row> ? Row[] : never }> =>
  Promise.all(queries.map((query) => run(tx.client, query, tx.tenant.schema))) as never;

/** Sends writes whose answers nobody needs: no round trip. One that fails fails the transaction, at its end. */
export function sendAhead(tx: TenantDb, ...queries: readonly Compilable[]): void {
  const sent = send(tx, ...queries);
  sent.catch(() => undefined);
  tx.ahead.push(sent);
}

const scoped = (client: PoolClient, tenant: Tenant, ahead: Ahead): TenantDb =>
  Object.assign(onConnection<TenantTables & PublicTables>(client), { tenant, client, ahead }) as unknown as TenantDb;
