import { expect, test } from 'vitest';
import { anyUse, hintFacts, hintFor } from './hint.ts';
import { conflictTexts } from '@smooth/engine/words/all.ts';
import { conflicts as texts } from '@smooth/engine/words/en.ts';
import { at, booked, haircut, timeline } from './timeline.testing.ts';

const block = {
  id: 'off',
  revision: 1,
  resource_id: 'ben',
  start: new Date(at('12:00')).toISOString(),
  end: new Date(at('13:00')).toISOString(),
  reason: 'Dentist',
  is_recurring: false,
  can: { edit: true, delete: true },
};
const facts = hintFacts(timeline([booked('a', '10:00', '11:00')], { blocks: [block] }), 'de', texts);
const hint = (
  start: string,
  end: string,
  resourceIds: string[],
  more: { ignore?: string; service?: typeof haircut } = {},
) =>
  hintFor(facts, { service: haircut, start: at(start), end: at(end), resourceIds, now: at('08:00'), ...more }, texts);

test('a free time has no hint', () => {
  expect(hint('11:15', '12:15', ['ana', 'room'])).toBeNull();
});

test('what is taken says by whom and until when, padding included', () => {
  expect(hint('10:30', '11:30', ['ana', 'room'])).toBe('Ana is taken until 11:15 by Haircut for Maya');
  expect(hint('10:30', '11:30', ['ben'])).toBe('Room is taken until 11:15 by Haircut for Maya');
});

test('its own time is no obstacle to a bar', () => {
  expect(hint('10:30', '11:30', ['ana', 'room'], { ignore: 'a' })).toBeNull();
});

test('a longer appointment needs more room', () => {
  expect(hint('09:00', '09:45', ['ana', 'room'])).toBeNull();
  expect(hint('09:00', '10:30', ['ana', 'room'])).toBe('Ana is taken from 10:00 by Haircut for Maya');
});

test('time off is told with its reason, closed time too', () => {
  expect(hint('12:00', '12:45', ['ben', 'room'])).toBe('Ben has time off until 13:00: Dentist');
  expect(hint('17:00', '18:00', ['ana', 'room'])).toBe('Ana does not work at that time');
});

test('empty time that is drawn on is judged without a service', () => {
  const drawn = (start: string, end: string) => hint(start, end, ['ana'], { service: anyUse('ana', 60) });
  expect(drawn('13:00', '14:00')).toBeNull();
  expect(drawn('10:00', '10:30')).toBe('Ana is taken until 11:15 by Haircut for Maya');
});

test.each(Object.entries(conflictTexts))('in %s the hint has the words of the refusal', (language, said) => {
  const known = hintFacts(timeline([booked('a', '10:00', '11:00')]), language, said);
  const wish = { service: haircut, start: at('10:30'), end: at('11:30'), resourceIds: ['ana'], now: at('08:00') };
  const when = said.until(known.time(at('11:15'), at('10:30')));
  expect(hintFor(known, wish, said)).toBe(said.taken('Ana', when, said.booking('Haircut', 'Maya')));
});
