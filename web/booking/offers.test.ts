import { expect, test } from 'vitest';
import { byDay, byPart, firstDayAfter, repeatedStarts } from './offers.ts';
import { cityOf, showSameClock, wallIn } from './zones.ts';

const offer = (start: string, seats_left?: number) => ({
  start,
  end: start,
  resource_ids: [],
  ...(seats_left === undefined ? {} : { seats_left }),
});

test('offers fall on the day of the zone that looks at them', () => {
  const offers = [offer('2026-07-14T22:30:00Z'), offer('2026-07-15T08:00:00Z')];
  expect([...byDay(offers, 'Europe/Berlin').keys()]).toEqual(['2026-07-15']);
  expect([...byDay(offers, 'America/New_York').keys()]).toEqual(['2026-07-14', '2026-07-15']);
});

test('a class without room for the party is not offered', () => {
  const offers = [offer('2026-07-14T08:00:00Z', 1), offer('2026-07-15T08:00:00Z', 3)];
  expect([...byDay(offers, 'UTC', 2).keys()]).toEqual(['2026-07-15']);
});

test('noon is the afternoon, five the evening, and empty parts are left out', () => {
  const offers = ['11:59', '12:00', '17:00'].map((time) => offer(`2026-07-14T${time}:00Z`));
  expect(byPart(offers, 'UTC').map(({ part }) => part)).toEqual(['morning', 'afternoon', 'evening']);
  expect(byPart(offers.slice(1, 2), 'UTC').map(({ part }) => part)).toEqual(['afternoon']);
});

test('the hour that comes twice in autumn is found', () => {
  const offers = ['23:30', '00:30', '01:30', '02:30'].map((time, i) => offer(`2026-10-2${i ? 5 : 4}T${time}:00Z`));
  expect([...repeatedStarts(offers, 'Europe/Berlin')]).toEqual(['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z']);
});

test('the next free day is the first one later, in whatever order they come', () => {
  expect(firstDayAfter(['2026-07-20', '2026-07-16', '2026-07-14'], '2026-07-14')).toBe('2026-07-16');
  expect(firstDayAfter(['2026-07-14'], '2026-07-14')).toBeNull();
});

test('midnight is hour 0 of the new day', () => {
  expect(wallIn('2026-07-14T22:00:00Z', 'Europe/Berlin')).toEqual({
    date: '2026-07-15',
    hour: 0,
    text: '2026-07-15 00:00',
  });
});

test('Berlin and Paris show the same clock, London does not', () => {
  expect(showSameClock('2026-07-14T08:00:00Z', 'Europe/Berlin', 'Europe/Paris')).toBe(true);
  expect(showSameClock('2026-07-14T08:00:00Z', 'Europe/Berlin', 'Europe/London')).toBe(false);
});

test('a zone is called by its city', () => {
  expect(cityOf('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
});

test('a start with several ends is one time to choose', () => {
  const offer = (start: string, end: string, id: string) => ({ start, end, resource_ids: [id] });
  const offers = [
    offer('2026-07-14T08:00:00Z', '2026-07-14T08:30:00Z', 'ana'),
    offer('2026-07-14T08:00:00Z', '2026-07-14T08:45:00Z', 'ben'),
    offer('2026-07-14T09:00:00Z', '2026-07-14T09:45:00Z', 'ben'),
  ];
  expect(byDay(offers, 'Europe/Berlin').get('2026-07-14')).toEqual([offers[0], offers[2]]);
});
