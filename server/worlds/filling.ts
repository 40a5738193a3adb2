import type { Instant } from '@smooth/engine/types.ts';
import type { Tenant } from '../core/tenant/tenant.ts';
import type { Days } from './days.ts';
import type { Row } from './insert.ts';
import type { World } from './world.ts';

export interface FillWith {
  now: Instant;
  /** Ids of the accounts, by the `person` a resource or customer of the world names. */
  people?: Readonly<Record<string, string>>;
  /** Hears how many of the steps of its history have happened. */
  onProgress?: (progress: { done: number; total: number }) => void;
}

/** The ids that the things of a world have in this business, by their keys. */
export interface Ids {
  locations: Readonly<Record<string, string>>;
  resources: Readonly<Record<string, string>>;
  services: Readonly<Record<string, string>>;
  /** In the order of the world. */
  customers: readonly string[];
}

/** What filling goes by. */
export interface Filling extends Required<Omit<FillWith, 'onProgress'>> {
  tenant: Tenant;
  world: World;
  days: Days;
  ids: Ids;
}

const AN_HOUR = 3_600_000;
const A_YEAR = 365 * 24 * AN_HOUR;

/** The business has been here for a year; its things were added one after the other. */
export const addedAt = (now: Instant, index: number): Instant => now - A_YEAR + index * AN_HOUR;

export function stamped({ now }: Filling, index = 0): Row {
  const at = new Date(addedAt(now, index)).toISOString();
  return { revision: 1, created_at: at, updated_at: at };
}
