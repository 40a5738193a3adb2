import { z } from 'zod';
import { newId } from '../core/ids.ts';

/** A place in a body or query that the contract names, with what it says about it. */
export interface Field {
  path: (string | number)[];
  schema: JsonSchema;
}

interface JsonSchema {
  type?: string | string[];
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  maxLength?: number;
  maxItems?: number;
  maximum?: number;
}

/** Every field of a schema, those within lists and objects too. */
export function fieldsOf(schema: z.ZodType): Field[] {
  const root = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  return within(root, []);
}

function within(schema: JsonSchema, path: Field['path']): Field[] {
  const own: Field[] = path.length > 0 ? [{ path, schema }] : [];
  const below = [schema, ...(schema.anyOf ?? [])].flatMap((form) => [
    ...Object.entries(form.properties ?? {}).flatMap(([name, property]) => within(property, [...path, name])),
    ...(form.items ? within(form.items, [...path, 0]) : []),
  ]);
  return [...own, ...below];
}

/** What nobody should send, and some do. */
export const hostileTexts: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u202e\u0007\u001b[2J',
  "'; DROP TABLE appointments; --",
  '%00%ff../../etc/passwd',
  '2026-02-30',
  '2026-02-30T10:00:00Z',
  '2026-07-14T10:00:00',
  '2026-07-14T10:00:00+25:00',
  '0000-01-01',
  '0000-01-01T00:00:00Z',
  '0000-01-01T00:00:00+14:00',
  '0001-01-01T00:00:00Z',
  '9999-12-31',
  '9999-12-31T23:59:59Z',
  '9999-12-31T23:59:59-12:00',
  '+275760-09-13T00:00:00Z',
  'Mars/Olympus',
  'Etc/GMT+99',
  '24:00',
  '25:61',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  newId(0),
  'x'.repeat(100_000),
  '\u{1f600}'.repeat(2001),
  'NaN',
  '1e400',
  '-1',
  '99999999999999999999',
];

export const hostileValues: readonly unknown[] = [
  ...hostileTexts,
  null,
  true,
  0,
  -1,
  1.5,
  2_147_483_647,
  2_147_483_648,
  9_007_199_254_740_992,
  1e308,
  [],
  [null],
  ['x'],
  {},
  { a: { b: 1 } },
  JSON.parse(`${'['.repeat(500)}1${']'.repeat(500)}`),
  Array.from({ length: 2000 }, () => newId(0)),
];

/** Just at and just past what the contract allows for this field. */
export function edgesOf({ schema }: Field, valid: unknown): unknown[] {
  const forms = [schema, ...(schema.anyOf ?? [])];
  return forms.flatMap(({ maxLength, maxItems, maximum }) => [
    ...(maxLength === undefined ? [] : ['x'.repeat(maxLength), 'x'.repeat(maxLength + 1)]),
    ...(maximum === undefined ? [] : [maximum, maximum + 1]),
    ...(maxItems === undefined || !Array.isArray(valid) || valid.length === 0
      ? []
      : [maxItems, maxItems + 1].map((length) => Array.from({ length }, () => valid[0] as unknown))),
  ]);
}

/** A copy of a body with one field replaced; what leads to it is made where it is missing. */
export function replaced(body: unknown, [step, ...rest]: Field['path'], value: unknown): unknown {
  if (step === undefined) return value;
  if (typeof step === 'number') {
    const list = Array.isArray(body) ? [...(body as unknown[])] : [];
    list[step] = replaced(list[step], rest, value);
    return list;
  }
  const object = typeof body === 'object' && body !== null && !Array.isArray(body) ? body : {};
  return { ...object, [step]: replaced((object as Record<string, unknown>)[step], rest, value) };
}

export const valueAt = (body: unknown, path: Field['path']): unknown =>
  path.reduce<unknown>((value, step) => (value as Record<string | number, unknown> | undefined)?.[step], body);
