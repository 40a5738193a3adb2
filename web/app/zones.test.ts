import { expect, test } from 'vitest';
import { zoneOptions } from './zones.ts';

const july = Date.parse('2026-07-14T12:00:00Z');

test('zones read as places with their offset, the own one once', () => {
  const options = zoneOptions('Europe/Berlin', july);
  expect(options.filter(({ value }) => value === 'Europe/Berlin')).toEqual([
    { value: 'Europe/Berlin', label: 'Europe/Berlin (UTC+2)' },
  ]);
  expect(options).toContainEqual({ value: 'America/New_York', label: 'America/New York (UTC−4)' });
});

test('a zone that the browser does not list is kept', () => {
  expect(zoneOptions('Etc/GMT+5', july)).toContainEqual({ value: 'Etc/GMT+5', label: 'Etc/GMT+5 (UTC−5)' });
});
