import { globSync } from 'node:fs';
import { join } from 'node:path';
import type { Endpoint } from '@smooth/contract/core/endpoint.ts';
import { can, Id, InstantText, page, ShortText } from '@smooth/contract/core/fields.ts';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { pickerOf } from './pick.ts';

const One = z.object({
  id: Id,
  name: ShortText,
  'half-life': z.int().nullable(),
  at: InstantText.optional(),
  status: z.enum(['open', 'done']),
  owner: z.object({ name: z.string() }).nullable(),
  tags: z.array(z.string()),
  answers: z.record(z.string(), z.union([z.string(), z.boolean()])),
  step: z.int().default(5),
  can: can('edit'),
});
const one = {
  id: '01a1f947-5cf3-7f1b-8d90-63c7da69efff',
  name: ' Nina ',
  'half-life': null,
  status: 'open',
  owner: { name: 'a "b" \\ c', password_hash: 'secret' },
  tags: ['x', 'y'],
  answers: { a: true },
  can: { edit: true, erase: true },
  price_of_another: 1,
};
const pick = pickerOf(page(One));
const listed = (more: object) => ({ data: [one, { ...one, ...more }], next_cursor: null, total: 2 });

test('takes what the schema names, as parsing does, and nothing beside it', () => {
  expect(JSON.stringify(pick(listed({})))).toBe(JSON.stringify(page(One).parse(listed({}))));
  expect(JSON.stringify(pick(listed({})))).not.toMatch(/secret|erase|total|another/);
});

test.each([
  { name: undefined },
  { name: 1 },
  { 'half-life': '1' },
  { 'half-life': Number.NaN },
  { status: 'lost' },
  { owner: [] },
  { owner: undefined },
  { tags: 'x' },
  { tags: [1] },
  { answers: { a: 1 } },
  { can: { edit: 1 } },
])('%o is refused as the schema refuses it', (wrong) => {
  const refusal = page(One).safeParse(listed(wrong)).error!;
  expect(() => pick(listed(wrong))).toThrow(refusal);
});

test('every answer of the contract can be picked', async () => {
  const contract = join(import.meta.dirname, '../../../contract');
  const files = globSync('*/*.ts', { cwd: contract });
  const modules = await Promise.all(files.map((file) => import(join(contract, file)) as Promise<object>));
  const endpoints = modules.flatMap((one) => Object.values(one)).filter(isEndpoint);
  expect(endpoints.length).toBeGreaterThan(200);
  for (const { responses } of endpoints)
    for (const schema of Object.values(responses)) expect(pickerOf(schema)).toBeTypeOf('function');
});

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'responses' in value && 'method' in value;
