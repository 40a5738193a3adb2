import { expect, test } from 'vitest';
import { barInstant, makeAt } from './make.ts';
import { listed, listing, timelineSearch } from './timeline-search.ts';

test('an address that makes no sense shows the usual picture', () => {
  const nonsense = { date: 'tomorrow', view: 'year', zoom: '99', group: 'mood', start: 'noon', make: 'coffee' };
  expect(Object.values(timelineSearch(nonsense)).every((value) => value === undefined)).toBe(true);
});

test('the whole picture stands in the address', () => {
  const picture = {
    date: '2026-07-14',
    view: 'week',
    zoom: 2,
    group: 'location',
    color: 'status',
    hours: 'all',
    types: 'staff,room',
    make: 'block',
    start: '2026-07-14T10:00:00Z',
  };
  expect(timelineSearch(picture)).toMatchObject(picture);
});

test('lists travel as words with commas', () => {
  expect(listed('a,b')).toEqual(['a', 'b']);
  expect(listed(undefined)).toEqual([]);
  expect(listing([])).toBeUndefined();
});

test('something new begins at the next quarter today and at ten on other days', () => {
  const now = Date.parse('2026-07-14T10:07:00Z');
  expect(new Date(barInstant('2026-07-14', 'Europe/Berlin', now)).toISOString()).toBe('2026-07-14T10:15:00.000Z');
  expect(new Date(barInstant('2026-07-15', 'Europe/Berlin', now)).toISOString()).toBe('2026-07-15T08:00:00.000Z');
  expect(makeAt('block', 'ana', now)).toMatchObject({ make: 'block', with: 'ana', end: '2026-07-14T11:07:00Z' });
});
