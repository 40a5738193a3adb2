import { expect, test } from 'vitest';
import { idsOf, millisecondsOf } from './values.ts';

test.each([
  '2026-07-14 09:00:00+00',
  '2026-07-14 09:00:01.5+00',
  '2026-07-14 09:00:01.57+00',
  '2026-07-14 23:59:59.999+00',
  '2026-07-14 09:00:01.123456+00',
  '1969-12-31 23:59:59+00',
  '2026-07-14 09:00:00+02',
  '2026-07-14 09:00:00.25-03:30',
])('%s is the instant that Date reads', (text) => {
  expect(millisecondsOf(text)).toBe(new Date(text).getTime());
});

test('an array of ids has as many as there are', () => {
  const [one, other] = ['01a1f947-5cf3-7f1b-8d90-63c7da69efff', '01a1f947-5cf3-7f1b-8d90-63c7da69effe'];
  expect([idsOf('{}'), idsOf(`{${one}}`), idsOf(`{${one},NULL,${other}}`)]).toEqual([[], [one], [one, null, other]]);
});
