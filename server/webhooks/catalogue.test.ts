import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { EventType } from '@smooth/contract/core/event.ts';
import { eventCatalogue } from '@smooth/contract/webhooks/catalogue.ts';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../contract');

/** Every `event(…)` that any file of the contract exports, alone or in a group. */
async function defined(): Promise<string[]> {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.includes('node_modules') && !file.endsWith('.test.ts'),
  );
  const modules = await Promise.all(files.map((file) => import(join(root, file)) as Promise<object>));
  const values = modules.flatMap((one) => Object.values(one) as unknown[]);
  return values
    .flatMap((value) => [value, ...(isGroup(value) ? Object.values(value) : [])])
    .filter(isEvent)
    .map(({ type }) => type);
}

const isGroup = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isEvent = (value: unknown): value is EventType =>
  isGroup(value) &&
  Object.keys(value).sort().join() === 'payload,type' &&
  typeof (value as EventType).type === 'string';

test('the catalogue has every type of event that the contract defines, once', async () => {
  const types = eventCatalogue.map(({ event }) => event.type as string);
  expect(types.toSorted()).toEqual([...new Set(await defined())].toSorted());
});

test('every example is what the type says, and every type has a description', () => {
  for (const { event, description, example } of eventCatalogue) {
    expect(event.payload.parse(example), event.type).toEqual(example);
    expect(description.length, event.type).toBeGreaterThan(10);
  }
});
