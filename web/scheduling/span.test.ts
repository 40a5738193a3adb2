import { expect, test } from 'vitest';
import { daySpan, spanBounds, spanOf, spanProblem } from './span.ts';
import { speech } from './speech.testing.ts';

const zone = 'Europe/Berlin';

test('a whole day lasts from midnight to midnight, also when the clocks change', () => {
  expect(spanBounds(daySpan('2026-03-29'), zone)).toEqual({
    start: '2026-03-28T23:00:00Z',
    end: '2026-03-29T22:00:00Z',
  });
});

test('a span comes back as it was typed', () => {
  const whole = { ...daySpan('2026-12-24'), untilOn: '2026-12-26' };
  const timed = { ...daySpan('2026-07-14'), isWholeDays: false, fromAt: '12:00', untilAt: '13:30' };
  for (const span of [whole, timed]) {
    const { start, end } = spanBounds(span, zone)!;
    expect(spanBounds(spanOf(start, end, zone), zone)).toEqual({ start, end });
  }
  expect(spanOf('2026-12-23T23:00:00Z', '2026-12-26T23:00:00Z', zone)).toMatchObject({
    isWholeDays: true,
    untilOn: '2026-12-26',
  });
});

test('an end before the start is named', () => {
  const span = { ...daySpan('2026-07-14'), isWholeDays: false, fromAt: '12:00', untilAt: '11:00' };
  expect(spanProblem(span, speech)).toBe('Choose an end after 12:00');
  expect(spanBounds(span, zone)).toBeNull();
});
