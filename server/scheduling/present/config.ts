import type { Block, Closure } from '@smooth/contract/scheduling/blocks.ts';
import type { Location } from '@smooth/contract/scheduling/locations.ts';
import type { Override, Resource, ResourceType } from '@smooth/contract/scheduling/resources.ts';
import type { Service } from '@smooth/contract/scheduling/services.ts';
import { formatInstant } from '@smooth/engine/instant.ts';
import type { Instant } from '@smooth/engine/types.ts';
import type { Selectable } from 'kysely';
import type { Actor } from '../../core/actor.ts';
import type { StoredLine, TenantTables } from '../../schema/tenant-tables.ts';
import { blockPolicy, configPolicy } from '../policy/config.ts';
import { feedPolicy } from '../policy/feeds.ts';
import type { BlockRow } from '../queries/blocks.ts';
import type { CountedClosure } from '../queries/closures.ts';
import type { LocationRow } from '../queries/locations.ts';
import type { ResourceTypeRow } from '../queries/resource-types.ts';
import type { ResourceRow } from '../queries/resources.ts';
import type { ServiceRow } from '../queries/services.ts';
import { isOwnType } from '../rules/resource-type.ts';

const stamps = (row: { created_at: Instant; updated_at: Instant }) => ({
  created_at: formatInstant(row.created_at),
  updated_at: formatInstant(row.updated_at),
});

export const presentLocation = (row: LocationRow, actor: Actor): Location => ({
  id: row.id,
  revision: row.revision,
  name: row.name,
  time_zone: row.time_zone,
  address: row.address,
  weekly_hours: [...row.weekly_hours],
  can: {
    edit: configPolicy.may(actor, 'location.edit', row),
    delete: configPolicy.may(actor, 'location.delete', row),
  },
});

export function presentResourceType(row: ResourceTypeRow, actor: Actor): ResourceType {
  const may = (action: 'resource.edit' | 'resource.delete') => isOwnType(row) && configPolicy.may(actor, action, row);
  return { ...row, can: { edit: may('resource.edit'), delete: may('resource.delete') } };
}

export const presentResource = (row: ResourceRow, actor: Actor): Resource => ({
  id: row.id,
  revision: row.revision,
  name: row.name,
  type: row.type,
  capacity: row.capacity,
  location_id: row.location_id,
  user_id: row.user_id,
  color: row.color,
  is_active: row.is_active,
  weekly_hours: [...row.weekly_hours],
  weekly_breaks: [...row.weekly_breaks],
  ...stamps(row),
  can: {
    edit: configPolicy.may(actor, 'resource.edit', row),
    delete: configPolicy.may(actor, 'resource.delete', row),
    add_time_off: blockPolicy.may(actor, 'block.edit', { resource_id: row.id }),
    open_feed: feedPolicy.may(actor, 'feed.create', { resource_id: row.id, user_id: null }),
  },
});

export const presentOverride = (row: Selectable<TenantTables['resource_overrides']>): Override => ({
  id: row.id,
  resource_id: row.resource_id,
  on: row.on,
  windows: [...row.windows],
  reason: row.reason,
});

export function presentBlock(row: BlockRow, actor: Actor): Block {
  const may = blockPolicy.may(actor, 'block.edit', row);
  return {
    id: row.id,
    revision: row.revision,
    resource_id: row.resource_id,
    start: row.starts_at === null ? null : formatInstant(row.starts_at),
    end: row.ends_at === null ? null : formatInstant(row.ends_at),
    recurring: row.recurring,
    reason: row.reason,
    can: { edit: may, delete: may },
  };
}

export function presentClosure(row: CountedClosure, actor: Actor): Closure {
  const may = configPolicy.may(actor, 'closure.edit', row);
  return {
    id: row.id,
    revision: row.revision,
    name: row.name,
    location_id: row.location_id,
    start: formatInstant(row.starts_at),
    end: formatInstant(row.ends_at),
    affected_count: row.affected_count,
    can: { edit: may, delete: may },
  };
}

export function presentService(row: ServiceRow, currency: string, actor: Actor): Service {
  return {
    ...row,
    requires: row.requires.map(presentLine),
    resource_terms: [...row.resource_terms],
    questions: [...row.questions],
    price: { amount_minor: row.price_minor, currency },
    ...stamps(row),
    can: {
      edit: configPolicy.may(actor, 'service.edit', row),
      delete: configPolicy.may(actor, 'service.delete', row),
    },
  };
}

/** The id of a line is the engine's own business. */
const presentLine = (line: StoredLine): Service['requires'][number] => ({
  type: line.type,
  resource_ids: [...line.resource_ids],
  quantity: line.quantity,
  units: line.units,
  padding_before_minutes: line.padding_before_minutes,
  padding_after_minutes: line.padding_after_minutes,
  is_choosable: line.is_choosable,
});
