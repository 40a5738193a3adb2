import { Id, InstantText } from '@smooth/contract/core/fields.ts';
import { Overrides, tiers } from '@smooth/contract/tenancy/entitlements.ts';
import { z } from 'zod';

/** What an archive says it is; see docs/archive-format.md. Whatever changes the meaning of a file raises the version. */
export const FORMAT = 'smoothschedule-tenant';
export const FORMAT_VERSION = 1;
export const MANIFEST = 'manifest.json';

/** Rows are gathered until a file has about this much, so that nobody holds a table in memory. */
export const PART_BYTES = 4_000_000;
/** No file of an archive is larger: a part and its last row, which may carry a file of customers. */
export const MOST_ENTRY_BYTES = 64_000_000;
export const MOST_ENTRIES = 100_000;

const Text = z.string().max(2000).nullable();
const Schema = z.strictObject({
  version: z.int().min(0),
  checksum: z.string().max(64).describe('Of the last migration, so that another one with its number is noticed'),
});

/** The business itself, as the shared schema knows it. Domains are to be verified anew. */
export const ArchivedTenant = z.strictObject({
  id: Id,
  name: z.string().min(1).max(120),
  subdomain: z.string().min(1).max(63),
  tier: z.enum(tiers),
  overrides: Overrides,
  sandbox_enabled: z.boolean(),
  sandbox_clock_ms: z.int().min(0),
  time_zone: z.string().max(60),
  currency: z.string().length(3),
  locale: z.string().max(35),
  address: Text,
  phone: Text,
  email: Text,
  brand_color: z
    .string()
    .regex(/^#[0-9a-f]{6}$/)
    .nullable(),
  logo_url: z
    .string()
    .max(2000)
    .regex(/^(https?:\/\/|\/)/)
    .nullable(),
  tagline: Text,
  created_at: z.string().max(40),
});
export type ArchivedTenant = z.output<typeof ArchivedTenant>;

export const ArchivedFile = z.strictObject({
  name: z.string().max(100),
  rows: z.int().min(0),
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type ArchivedFile = z.output<typeof ArchivedFile>;

export const Manifest = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(FORMAT_VERSION),
  made_by: z.string().max(60),
  created_at: InstantText,
  /** Whether people can sign in with their passwords where this is imported. */
  credentials: z.enum(['password_hashes', 'none']),
  tenant: ArchivedTenant,
  schemas: z.strictObject({ live: Schema, sandbox: Schema }),
  rows: z.record(z.string().max(80), z.int().min(0)),
  files: z.array(ArchivedFile).max(MOST_ENTRIES),
});
export type Manifest = z.output<typeof Manifest>;

export const places = ['shared', 'live', 'sandbox'] as const;
export type Place = (typeof places)[number];

export const partName = (table: string, part: number): string => `${table}.${String(part).padStart(5, '0')}.ndjson`;

/** The table and the part that a file of the archive is of; null for a name that none of ours has. */
export function partIn(name: string): { place: Place; table: string; part: number } | null {
  const [, place, table, part] = /^(shared|live|sandbox)\/([a-z][a-z0-9_]{0,62})\.(\d{5})\.ndjson$/.exec(name) ?? [];
  return place ? { place: place as Place, table: table!, part: Number(part) } : null;
}
