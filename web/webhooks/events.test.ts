import { eventTypeNames } from '@smooth/contract/webhooks/catalogue.ts';
import { expect, test } from 'vitest';
import { speechOf } from '../words/speech.ts';
import { eventName, typesByGroup, typesFound, withTypes } from './events.ts';
import { events as de } from './words/events/de.ts';
import { events as en } from './words/events/en.ts';
import { words } from './words/en.ts';

const speech = speechOf(words, 'en');

test('every type of event has its words, and no words are left over', () => {
  for (const events of [en, de]) expect(Object.keys(events)).toEqual(eventTypeNames);
});

test('a type is told in words, one of another release by its code', () => {
  expect(eventName('appointment.no_show', speech)).toBe('Customer did not come');
  expect(eventName('weather.changed', speech)).toBe('weather.changed');
});

test('types are found by words, by code and by group', () => {
  const found = (sought: string) => typesFound(sought, speech).flatMap(({ types }) => types as string[]);
  expect(found('did not come')).toEqual(['appointment.no_show']);
  expect(found('no_show_rev')).toEqual(['appointment.no_show_reversed']);
  expect(found('classes')).toEqual(typesByGroup.find(({ group }) => group === 'classes')!.types);
  expect(found('moved appointment')).toEqual(['appointment.rescheduled']);
  expect(found('weather')).toEqual([]);
  expect(found('')).toEqual(eventTypeNames);
});

test('types are chosen and left in the order of the catalogue', () => {
  expect(withTypes(['class.changed'], ['appointment.booked'], true)).toEqual(['appointment.booked', 'class.changed']);
  expect(withTypes(['appointment.booked', 'class.changed'], ['appointment.booked'], false)).toEqual(['class.changed']);
});
