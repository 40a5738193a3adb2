import type { Appointment } from '@smooth/contract/scheduling/appointments.ts';
import type { Block } from '@smooth/contract/scheduling/blocks.ts';
import type { LocalDate, Zone } from '@smooth/engine/types.ts';
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
  blocks: readonly Block[],
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
    ...blocks.flatMap(({ id, start, end, reason }): Entry[] =>
      start && end
        ? [
            {
              id,
              kind: 'off',
              start,
              end,
              title: text('time_off'),
              about: reason ?? '',
              color: null,
              appointmentId: null,
            },
          ]
        : [],
    ),
  ].sort((a, b) => ms(a.start) - ms(b.start) || a.id.localeCompare(b.id));

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
