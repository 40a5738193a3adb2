import { expect, test } from 'vitest';
import { claimOn, modelOf, type Row, swapped } from './model.ts';
import { filtered, grouped, heightOf, load } from './rows.ts';
import { at, booked, resource, timeline } from './timeline.testing.ts';

const none = new Map();
const barsIn = (rows: readonly Row[], id: string) =>
  rows.find((row) => row.resource.id === id)!.bars.map(({ bar, lane }) => [bar.id, lane]);

test('an appointment stands in the row of each of its resources, with its padding', () => {
  const { rows } = modelOf(timeline([booked('a', '10:00', '11:00')]), none);
  expect(barsIn(rows, 'ana')).toEqual([['a', 0]]);
  expect(barsIn(rows, 'room')).toEqual([['a', 0]]);
  expect(barsIn(rows, 'ben')).toEqual([]);
  expect(rows[0]!.bars[0]).toMatchObject({ from: at('10:00'), until: at('11:15') });
});

test('what shares time, padding included, makes its row grow', () => {
  const { rows } = modelOf(timeline([booked('a', '10:00', '11:00'), booked('b', '11:00', '12:00')]), none);
  expect(barsIn(rows, 'ana')).toEqual([
    ['a', 0],
    ['b', 1],
  ]);
  expect(heightOf({ kind: 'row', row: rows[0]! })).toBeGreaterThan(heightOf({ kind: 'row', row: rows[1]! }));
});

test('a moved bar stands at its new place until the server has answered', () => {
  const moved = new Map([['a', { start: at('12:00'), end: at('13:00'), resourceIds: ['ben', 'room'] }]]);
  const { rows, bars } = modelOf(timeline([booked('a', '10:00', '11:00')]), moved);
  expect(barsIn(rows, 'ana')).toEqual([]);
  expect(barsIn(rows, 'ben')).toEqual([['a', 0]]);
  expect(claimOn(bars.get('a')!, 'ben')).toMatchObject({ from: at('12:00'), until: at('13:15') });
});

test('what waits without a resource leaves the tray when it is given one', () => {
  const loose = booked('a', '10:00', '11:00', { resource_ids: [], claims: [] });
  const data = timeline([], { tray: [loose] });
  expect(modelOf(data, none).tray.map(({ id }) => id)).toEqual(['a']);
  const given = modelOf(data, new Map([['a', { start: at('10:00'), end: at('11:00'), resourceIds: ['ben'] }]]));
  expect(given.tray).toEqual([]);
  expect(barsIn(given.rows, 'ben')).toEqual([['a', 0]]);
});

test('rows that did not change stay the same objects', () => {
  const data = timeline([booked('a', '10:00', '11:00')]);
  const known = new Map<string, Row>();
  const [ana, ben] = modelOf(data, none, known).rows;
  const more = { ...data, bars: [...data.bars, booked('b', '13:00', '14:00', { resource_ids: ['ben'] })] };
  const after = modelOf(more, none, known).rows;
  expect(after[0]).toBe(ana);
  expect(after[1]).not.toBe(ben);
});

test('the one that is dropped on takes the place of one of its kind', () => {
  const typeOf = (id: string) => (id.startsWith('room') ? 'room' : 'staff');
  expect(swapped(['ana', 'room 1'], 'ana', 'ben', typeOf)).toEqual(['ben', 'room 1']);
  expect(swapped(['ana', 'room 1'], 'ana', 'room 2', typeOf)).toEqual(['ana', 'room 2']);
  expect(swapped(['ana'], 'ana', 'room 2', typeOf)).toEqual(['room 2']);
  expect(swapped(['ana'], null, 'room 2', typeOf)).toEqual(['ana', 'room 2']);
  expect(swapped([], null, 'ben', typeOf)).toEqual(['ben']);
});

const all = { types: [], location: undefined, resources: [] };

test('rows are filtered and stand under headings, people first', () => {
  const { rows } = modelOf(timeline([]), none);
  expect(filtered(rows, { ...all, types: ['room'] }).map((row) => row.resource.id)).toEqual(['room']);
  expect(filtered(rows, { ...all, resources: ['ben'], location: 'elsewhere' })).toEqual([]);
  const backwards = grouped(rows.toReversed(), 'type');
  expect(backwards.map((item) => (item.kind === 'group' ? item.key : item.row.resource.id))).toEqual([
    'staff',
    'ben',
    'ana',
    'room',
    'room',
  ]);
  expect(grouped(rows, 'location').every(({ kind }) => kind === 'row')).toBe(true);
});

test('the load of a row counts what takes place, against its open time', () => {
  const gone = booked('b', '12:00', '13:00', { status: 'no_show' });
  const { rows } = modelOf(timeline([booked('a', '09:00', '11:00'), gone]), none);
  expect(load(rows[0]!, at('00:00'), at('23:00'))).toEqual({ hours: 2, share: 0.25 });
});

test('who is not active is shown only with what they still have', () => {
  const data = timeline([booked('a', '10:00', '11:00')]);
  const inactive = (id: string) => ({ ...data, resources: [resource(id, { is_active: false })] });
  expect(modelOf(inactive('ben'), none).rows).toEqual([]);
  expect(modelOf(inactive('ana'), none).rows).toHaveLength(1);
});
