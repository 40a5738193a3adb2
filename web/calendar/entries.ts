import type { Appointment } from '@smooth/contract/scheduling/appointments.ts';
import type { Block } from '@smooth/contract/scheduling/blocks.ts';
import { timeOffDuring } from '@smooth/engine/hours.ts';
import { formatInstant } from '@smooth/engine/instant.ts';
import type { Instant, LocalDate, RecurringTimeOff, ResourceRules, Zone } from '@smooth/engine/types.ts';
import { localDateOf, startOfDay } from '@smooth/engine/zone.ts';
import { addDays } from '@smooth/engine/date.ts';
import { type SpeechOf } from '../words/use-speech.tsx';
import { ms } from '../app/format.ts';

/** Something that stands on a day of a person. */
export interface Entry {
  id: string;
  kind: 'appointment' | 'off';
  start: string;
  end: string;
  title: string;
  about: string;
  color: string | null;
  appointmentId: string | null;
}

const shown = ['pending_payment', 'pending_approval', 'confirmed', 'checked_in', 'completed'];

export const entriesOf = (
  appointments: readonly Appointment[],
  off: readonly Off[],
  { text }: SpeechOf<'calendar'>,
): Entry[] =>
  [
    ...appointments
      .filter(({ status }) => shown.includes(status))
      .map((one): Entry => ({
        id: one.id,
        kind: 'appointment',
        start: one.start,
        end: one.end,
        title: one.customer?.name ?? one.service.name,
        about: one.service.name,
        color: one.service.color,
        appointmentId: one.id,
      })),
    ...off.map((one): Entry => ({
      ...one,
      kind: 'off',
      title: text('time_off'),
      about: one.reason ?? '',
      color: null,
      appointmentId: null,
    })),
  ].sort((a, b) => ms(a.start) - ms(b.start) || a.id.localeCompare(b.id));

interface Off {
  id: string;
  start: string;
  end: string;
  reason: string | null;
}

/** Time off between two instants, each week's of its own, by the rules with which times are offered. */
export function offBetween(blocks: readonly Block[], zone: Zone, from: Instant, until: Instant): Off[] {
  const recurring = blocks.flatMap(({ id, recurring }) => (recurring ? [{ id, ...recurring }] : []));
  const time_off = blocks.flatMap(({ id, start, end }) =>
    start && end ? [{ id, start: ms(start), end: ms(end) }] : [],
  );
  const reasons = new Map(blocks.map(({ id, reason }) => [id, reason]));
  const location = { id: '', time_zone: zone, weekly_hours: [] };
  const resource = { ...nobody, time_off, recurring_time_off: recurring as RecurringTimeOff[] };
  return timeOffDuring({ location, resource }, from, until).map(({ id, start, end }) => ({
    id,
    start: formatInstant(start),
    end: formatInstant(end),
    reason: reasons.get(id) ?? null,
  }));
}

/** Of whom nothing counts but time off. */
const nobody: ResourceRules = {
  id: '',
  type: '',
  location_id: '',
  capacity: 1,
  is_active: true,
  weekly_hours: [],
  weekly_breaks: [],
  overrides: [],
  time_off: [],
  recurring_time_off: [],
};

/** What touches a date of the place. */
export function onDay(entries: readonly Entry[], day: LocalDate, zone: Zone): Entry[] {
  const [from, until] = [startOfDay(zone, day), startOfDay(zone, addDays(day, 1))];
  return entries.filter(({ start, end }) => ms(start) < until && ms(end) > from);
}

/** Whether it began on an earlier date of the place. */
export const goesOn = ({ start }: Entry, day: LocalDate, zone: Zone): boolean => localDateOf(zone, ms(start)) < day;

/** The colour of an entry, handed to its style sheet. */
export const colorOf = ({ color }: Entry): React.CSSProperties | undefined =>
  color ? ({ '--entry': color } as React.CSSProperties) : undefined;
