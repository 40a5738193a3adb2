import { newId } from '../core/ids.ts';
import type { StoredLine } from '../schema/tenant-tables.ts';
import { type Filling, stamped } from './filling.ts';
import type { Row } from './insert.ts';
import type { WorldLine, WorldService } from './world.ts';

/** A service of a world as a row, with what it leaves open as a new service has it. */
export const serviceRow = (filling: Filling, service: WorldService, position: number): Row => ({
  id: filling.ids.services[service.key],
  name: service.name,
  description: service.description,
  category: service.category,
  color: service.color,
  kind: service.kind ?? 'appointment',
  duration_minutes: service.duration_minutes,
  padding_before_minutes: service.padding_before_minutes ?? 0,
  padding_after_minutes: service.padding_after_minutes ?? 0,
  price_minor: service.price_minor,
  capacity: service.capacity ?? 1,
  min_notice_minutes: service.min_notice_minutes ?? 0,
  window_days: service.window_days ?? 60,
  slot_step_minutes: service.slot_step_minutes ?? 15,
  slot_anchor: service.slot_anchor ?? 'opening',
  requires: service.requires.map((line) => lineOf(filling, line)),
  questions: service.questions ?? [],
  needs_approval: service.needs_approval ?? false,
  needs_phone: service.needs_phone ?? false,
  cancel_notice_minutes: service.cancel_notice_minutes ?? 0,
  reschedule_notice_minutes: service.reschedule_notice_minutes ?? 0,
  reminder_minutes: service.reminder_minutes === undefined ? 24 * 60 : service.reminder_minutes,
  online: service.online ?? true,
  is_active: true,
  position,
  ...stamped(filling, position),
});

const lineOf = ({ ids, now }: Filling, line: WorldLine): StoredLine => ({
  id: newId(now),
  type: line.type ?? null,
  resource_ids: (line.resources ?? []).map((key) => ids.resources[key]!),
  quantity: line.quantity ?? 1,
  units: line.units ?? 1,
  padding_before_minutes: line.padding_before_minutes ?? null,
  padding_after_minutes: line.padding_after_minutes ?? null,
  is_choosable: line.choosable ?? false,
});
