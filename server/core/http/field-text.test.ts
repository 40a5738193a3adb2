import { EmailText, Id, InstantText } from '@smooth/contract/core/fields.ts';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { fieldText } from './field-text.ts';

const schema = z.strictObject({
  id: Id,
  start: InstantText,
  name: z.string().min(1),
  email: EmailText,
  seats: z.int().max(40),
  kind: z.enum(['appointment', 'class']),
  tags: z.array(z.string()).max(2),
});
const right = {
  id: '01a1f947-5cf3-7f1b-8d90-63c7da69efff',
  start: '2026-07-14T09:00:00Z',
  name: 'Nina',
  email: 'nina@example.com',
  seats: 4,
  kind: 'class',
  tags: [],
};

test.each([
  [{ id: 'x' }, 'Send an id as it stands in other answers: a UUID'],
  [{ start: 'soon' }, 'Use an instant with its offset such as 2026-07-14T09:00:00Z'],
  [{ start: 1 }, 'Send a text'],
  [{ name: '' }, 'Fill this in'],
  [{ name: undefined }, 'This is needed'],
  [{ email: 'nina' }, 'Use an e-mail address such as nina@example.com'],
  [{ seats: 1.5 }, 'Send a whole number'],
  [{ seats: 50 }, 'Use at most 40'],
  [{ kind: 'party' }, 'Use one of appointment, class'],
  [{ tags: ['a', 'b', 'c'] }, 'Use at most 2 entries'],
])('%o is told what to do', (wrong, text) => {
  const { error } = schema.safeParse({ ...right, ...wrong }, { error: fieldText });
  expect(error!.issues.map(({ message }) => message)).toEqual([text]);
});
