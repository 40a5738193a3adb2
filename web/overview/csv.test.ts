import { expect, test } from 'vitest';
import { daysCsv } from './csv.ts';

test('each day is a row of plain numbers', () => {
  const expected = { amount_minor: 123456, currency: 'EUR' };
  const day = { on: '2026-03-10', booked: 9, completed: 4, cancelled: 1, no_shows: 2, expected };
  expect(daysCsv({ days: [day] } as never, 2)).toBe(
    'date,booked,completed,no_shows,cancelled,expected,currency\r\n2026-03-10,9,4,2,1,1234.56,EUR\r\n',
  );
});
