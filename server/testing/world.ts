import type { Mode } from '@smooth/contract/identity/roles.ts';
import { inTenant, schemaOf, type Tenant, type TenantDb, tenantHandle } from '../core/tenant/tenant.ts';
import { type Cast, type clinicCast, emailOf, idOf, PASSWORD, type salonCast, userId } from './cast.ts';
import type { House } from './house.ts';
import { type Person, personOf } from './person.ts';

export interface RecordedEvent {
  type: string;
  subject_id: string;
  revision: number | null;
  payload: Record<string, unknown>;
  actor: { kind: string; id: string | null; name: string };
}

/** A business of the cast in one mode: its people in front of the API, its ids, and a look behind the API. */
export interface World<C extends Cast = Cast> {
  mode: Mode;
  host: string;
  people: Record<keyof C['people'], Person>;
  /** Somebody who is not signed in. */
  visitor: Person;
  location_id: string;
  resources: Record<keyof C['resources'], string>;
  services: Record<keyof C['services'], string>;
  users: Record<keyof C['people'], string>;
  /** Ids of the customers' records: the same as of their accounts. */
  customers: Record<keyof C['people'], string>;
  /** The handle as a request at this instant would have it, for calling actions and queries themselves. */
  tenant(): Tenant;
  inside<T>(work: (tx: TenantDb) => Promise<T>): Promise<T>;
  /** Rows as the owner of the database sees them, past every role; tables are found in this world's schema. */
  rows<Row = Record<string, unknown>>(sql: string, values?: unknown[]): Promise<Row[]>;
  /** What has been recorded until now; hand it to `eventsSince`. */
  mark(): Promise<number>;
  eventsSince(mark: number): Promise<RecordedEvent[]>;
}

export type Salon = World<typeof salonCast>;
export type Clinic = World<typeof clinicCast>;

export function worldOf<C extends Cast>(house: House, cast: C, mode: Mode): World<C> {
  const { subdomain } = cast;
  const host = `${subdomain}.localhost:3000`;
  const standing = { app: house.app, host, mode, now: () => house.clock.now() };
  const ids = <Names extends object>(names: Names, idFor: (name: string) => string) =>
    Object.fromEntries(Object.keys(names).map((name) => [name, idFor(name)])) as Record<keyof Names, string>;
  const people = Object.keys(cast.people).map((name) => {
    const credentials = { email: emailOf(name, subdomain), password: PASSWORD };
    return [name, personOf({ ...standing, credentials })];
  });
  const users = ids(cast.people, (name) => userId(cast, name, mode));
  const tenant = () => tenantHandle(house.tenants.get(subdomain)!, mode, house.core.database, house.clock.now());
  const schema = schemaOf(house.tenants.get(subdomain)!.schema_name, mode);
  const rows: World['rows'] = (sql, values) => house.rows(schema, sql, values);
  // Rows come in the order of their transactions and, within one, of its statements; a place on disk is used again.
  const events = () =>
    rows<RecordedEvent>(
      'SELECT type, subject_id, revision, payload, actor FROM events ORDER BY xmin::text::bigint, cmin::text::bigint',
    );
  return {
    mode,
    host,
    people: Object.fromEntries(people) as World<C>['people'],
    visitor: personOf(standing),
    location_id: idOf(subdomain, mode, 'location'),
    resources: ids(cast.resources, (name) => idOf(subdomain, mode, 'resources', name)) as World<C>['resources'],
    services: ids(cast.services, (name) => idOf(subdomain, mode, 'services', name)) as World<C>['services'],
    users: users as World<C>['users'],
    customers: users as World<C>['customers'],
    tenant,
    inside: (work) => inTenant(tenant(), work),
    rows,
    mark: async () => (await events()).length,
    eventsSince: async (mark) => (await events()).slice(mark),
  };
}
