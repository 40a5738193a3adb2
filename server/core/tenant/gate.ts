import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../db/database.ts';
import { type Compilable, compiler, onConnection } from '../db/kysely.ts';
import { ask, type Scope, transaction } from '../db/transaction.ts';
import type { PublicTables } from '../../schema/public-tables.ts';

export type TenantRow = Selectable<PublicTables['public.tenants']>;
export type PublicDb = Kysely<PublicTables>;

/** Builds queries on shared tables. */
export const publicQuery = compiler<PublicTables>();

/** The narrow role for look-ups before the tenant is known: host, session, sign-in. */
const gate = (database: Database): Scope => ({ database, role: 'smooth_gate', schema: 'public' });

/** The role of the operator's console: reads and changes what is shared over all tenants, never in their schemas. */
const console = (database: Database): Scope => ({ database, role: 'smooth_console', schema: 'public' });

export const askGate = <Row>(database: Database, query: Compilable<Row>) => ask(gate(database), query);
export const askConsole = <Row>(database: Database, query: Compilable<Row>) => ask(console(database), query);

export const inConsole = <T>(database: Database, work: (tx: PublicDb) => Promise<T>): Promise<T> =>
  transaction(console(database), (client) => work(onConnection<PublicTables>(client)));

export const inGate = <T>(database: Database, work: (tx: PublicDb) => Promise<T>): Promise<T> =>
  transaction(gate(database), (client) => work(onConnection<PublicTables>(client)));
