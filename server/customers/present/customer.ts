import type { Customer } from '@smooth/contract/customers/customers.ts';
import type { OwnProfile } from '@smooth/contract/customers/me.ts';
import { formatInstant } from '@smooth/engine/instant.ts';
import type { Actor } from '../../core/actor.ts';
import { customerPolicy } from '../policy.ts';
import type { CountedCustomer } from '../queries/customers.ts';

/** What a customer sees of their own record. */
export const presentOwn = ({ id, revision, name, email, phone, locale, time_zone }: CountedCustomer): OwnProfile => ({
  id,
  revision,
  name,
  email,
  phone,
  locale,
  time_zone,
});

export const presentCustomer = (row: CountedCustomer, actor: Actor): Customer => ({
  id: row.id,
  revision: row.revision,
  name: row.name,
  email: row.email,
  phone: row.phone,
  locale: row.locale,
  time_zone: row.time_zone,
  notes: row.notes,
  tags: row.tags,
  is_blocked: row.is_blocked,
  appointment_count: row.appointment_count,
  no_show_count: row.no_show_count,
  next_start: row.next_start === null ? null : formatInstant(row.next_start),
  last_start: row.last_start === null ? null : formatInstant(row.last_start),
  created_at: formatInstant(row.created_at),
  updated_at: formatInstant(row.updated_at),
  can: {
    edit: customerPolicy.may(actor, 'customer.edit', row),
    block: customerPolicy.may(actor, 'customer.block', row),
    merge: customerPolicy.may(actor, 'customer.merge', row),
    delete: customerPolicy.may(actor, 'customer.delete', row),
    export: customerPolicy.may(actor, 'customer.export', row),
    erase: customerPolicy.may(actor, 'customer.erase', row),
  },
});
