import { expect, test } from 'vitest';
import { modelOf } from './model.ts';
import { at, booked, haircut, timeline } from './timeline.testing.ts';
import { barIn, targetOf } from './use-hints.ts';

const quickBen = { ...haircut, resource_terms: [{ resource_id: 'ben', duration_minutes: 30, price_minor: null }] };

/** Where Ana's appointment ends once it was dragged into a row, at its own time. */
function endIn(row: string, until: string) {
  const data = timeline([booked('a', '10:00', until)], { services: [quickBen] });
  const model = modelOf(data, new Map());
  const bar = barIn(model, 'a')!;
  const span = { start: at('10:00'), end: at(until) };
  return targetOf(model, bar, { grip: 'bar', id: 'a', fromRow: 'ana', row, ...span }).end;
}

test('a usual length becomes the usual one of whoever it is dragged to', () => {
  expect(endIn('ben', '11:00')).toBe(at('10:30'));
  expect(endIn('ana', '11:00')).toBe(at('11:00'));
});

test('a length of its own stays with the appointment', () => {
  expect(endIn('ben', '11:30')).toBe(at('11:30'));
});
