import { expect, test } from 'vitest';
import type { DecideInput } from './decide.ts';
import { busy, haircut, instant, line, person, salon } from './salon.testing.ts';
import { clockOf, conflictOf, conflictWords } from './conflict.ts';
import { conflictTexts } from './words/all.ts';
import { type ConflictTexts, conflicts } from './words/en.ts';

const at = (start: string, change: Partial<DecideInput> = {}): DecideInput => ({
  rules: salon([
    person('ana', {
      time_off: [{ id: 'o', start: instant('2026-07-14T18:00:00Z'), end: instant('2026-07-14T19:00:00Z') }],
    }),
    person('ben'),
  ]),
  service: haircut(),
  busy: [busy('ana', '2026-07-14T14:00:00Z', 90)],
  now: instant('2026-07-13T14:00:00Z'),
  audience: 'business',
  start: instant(start),
  ...change,
});

const words = (input: DecideInput) => {
  const conflict = conflictOf(input);
  return (
    conflict &&
    conflictWords(
      conflict,
      {
        resource: (id) => ({ name: id === 'ana' ? 'Ana' : 'Room 2', type: id === 'ana' ? 'staff' : 'room' }),
        blocker: ({ kind }) => (kind === 'appointment' ? 'Pilates' : null),
        service: 'Haircut',
        time: clockOf('de', 'America/New_York'),
      },
      conflicts,
    )
  );
};

test('a free start has no conflict', () => {
  expect(words(at('2026-07-14T14:00:00Z'))).toBeNull();
});

test('what was asked for is named, with what takes it and until when', () => {
  expect(words(at('2026-07-14T15:00:00Z', { resourceIds: ['ana'] }))).toBe('Ana is taken until 11:30 by Pilates');
  expect(words(at('2026-07-14T13:30:00Z', { resourceIds: ['ana'] }))).toBe('Ana is taken from 10:00 by Pilates');
});

test('time off and hours are told apart', () => {
  expect(words(at('2026-07-14T18:00:00Z', { resourceIds: ['ana'] }))).toBe('Ana has time off until 15:00');
  expect(words(at('2026-07-14T23:00:00Z', { resourceIds: ['ana'] }))).toBe('Ana does not work at that time');
});

test('a resource that the service cannot use says so', () => {
  expect(words(at('2026-07-14T14:00:00Z', { resourceIds: ['room 1'] }))).toBe('Room 2 cannot be used for Haircut');
});

test('where nothing was asked for, nobody left is said of all', () => {
  const service = haircut({ requires: [line('person'), line('room', { quantity: 2 })] });
  const taken = [busy('room 1', '2026-07-14T14:00:00Z', 60)];
  expect(words(at('2026-07-14T14:00:00Z', { service, busy: taken }))).toBe(
    'Nothing that this needs is free at that time',
  );
});

test('another day is named', () => {
  const night = clockOf('de', 'America/New_York');
  expect(night(instant('2026-07-15T14:00:00Z'), instant('2026-07-14T14:00:00Z'))).toMatch(/^Mi\.?, 10:00/);
});

const everyKind = ({ from, until, ...say }: ConflictTexts) => [
  say.taken('Room 2', until('11:30'), 'Pilates'),
  say.taken('Room 2', from('11:30'), null),
  say.held('Room 2', until('11:30')),
  say.full('Room 2', until('11:30')),
  say.off('Room 2', until('11:30'), 'Dentist'),
  say.closed('Room 2', until('11:30'), 'Christmas'),
  ...['staff', 'room'].flatMap((type) => [
    say.hours('Room 2', { type }),
    say.unfit('Room 2', { type, service: 'Pilates' }),
    say.none(type),
  ]),
  say.small('Room 2'),
  say.inactive('Room 2'),
  say.apart('Pilates'),
  say.booking('Pilates', 'Maya'),
];

test.each(['es', 'fr', 'de'] as const)('%s says all that English says, in its own words', (language) => {
  const slots = (sentence: string) => sentence.match(/Room 2|11:30|Pilates|Dentist|Christmas|Maya/g)?.toSorted() ?? [];
  const english = everyKind(conflictTexts.en);
  const told = everyKind(conflictTexts[language]);
  expect(told.map(slots)).toEqual(english.map(slots));
  expect(told.filter((sentence, index) => sentence === english[index])).toEqual([]);
});
