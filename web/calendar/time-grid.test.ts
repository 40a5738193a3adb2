import { expect, test } from 'vitest';
import type { Entry } from './entries.ts';
import { hoursFor, placedOn, sharesOf } from './time-grid.ts';

const DAY = '2026-07-14';
const entry = (id: string, start: string, end: string): Entry => ({
  id,
  kind: 'appointment',
  start,
  end,
  title: id,
  about: '',
  color: null,
  appointmentId: id,
});
/** In Berlin, in summer. */
const at = (time: string, day = DAY) => new Date(`${day}T${time}:00+02:00`).toISOString();
const placed = (...entries: Entry[]) =>
  placedOn(entries, DAY, 'Europe/Berlin').map(({ entry: { id }, from, until, lane, lanes }) => [
    id,
    from / 60,
    until / 60,
    `${lane}/${lanes}`,
  ]);

test('what shares time stands side by side, and what follows has the whole width again', () => {
  const a = entry('a', at('09:00'), at('11:00'));
  const b = entry('b', at('10:00'), at('12:00'));
  const c = entry('c', at('11:00'), at('11:30'));
  const d = entry('d', at('12:00'), at('13:00'));
  expect(placed(a, b, c, d)).toEqual([
    ['a', 9, 11, '0/2'],
    ['b', 10, 12, '1/2'],
    ['c', 11, 11.5, '0/2'],
    ['d', 12, 13, '0/1'],
  ]);
});

test('what goes over midnight is cut at it, and other days are left out', () => {
  const night = entry('night', at('22:00', '2026-07-13'), at('06:00'));
  const late = entry('late', at('23:00'), at('01:00', '2026-07-15'));
  const other = entry('other', at('00:00', '2026-07-15'), at('01:00', '2026-07-15'));
  expect(placed(night, late, other)).toEqual([
    ['night', 0, 6, '0/1'],
    ['late', 23, 24, '0/1'],
  ]);
});

test('what is very short is high enough to be read', () => {
  expect(placed(entry('call', at('09:00'), at('09:05')))).toEqual([['call', 9, 9 + 25 / 60, '0/1']]);
});

test('an hour that comes twice does not turn a bar around', () => {
  const call = entry('call', '2026-10-25T00:30:00Z', '2026-10-25T01:15:00Z');
  const [part] = placedOn([call], '2026-10-25', 'Europe/Berlin');
  expect(part).toMatchObject({ from: 150, until: 195 });
});

test('a grid shows the usual hours, and more where something lies outside', () => {
  expect(hoursFor([])).toEqual({ from: 8, until: 18 });
  expect(hoursFor([{ from: 390, until: 1130 }])).toEqual({ from: 6, until: 19 });
});

test('shares of the height end at the edges', () => {
  const hours = { from: 8, until: 18 };
  expect(sharesOf({ from: 13 * 60, until: 14 * 60 }, hours)).toEqual({ top: 0.5, height: expect.closeTo(0.1) });
  expect(sharesOf({ from: 0, until: 9 * 60 }, hours)).toEqual({ top: 0, height: 0.1 });
});
