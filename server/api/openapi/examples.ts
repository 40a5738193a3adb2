import { type ErrorCode, errorCatalogue } from '@smooth/contract/core/errors.ts';
import { fieldExamples, taggedExamples } from './example-words.ts';
import { componentSchemas, type JsonSchema } from './schemas.ts';

interface About {
  tag: string;
  io: 'input' | 'output';
  /** The field whose example it is. */
  name?: string;
}

/**
 * An example that a schema accepts, with the words of a salon. What is sent shows what is needed and what is usual;
 * what is answered shows every field.
 */
export function exampleOf(schema: JsonSchema, about: About): unknown {
  const { tag, name } = about;
  const wanted = name === undefined ? undefined : (taggedExamples[tag]?.[name] ?? fieldExamples[name]);
  if (wanted !== undefined && fits(wanted, schema)) return wanted;
  if (schema.$ref)
    return exampleOf(refer(schema.$ref), { ...about, tag: tagOf(nameIn(schema.$ref).toLowerCase(), tag) });
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const chosen = schema.anyOf ?? schema.oneOf;
  if (chosen) return exampleOf(chosen.find(({ type }) => type !== 'null') ?? chosen[0]!, about);
  if (schema.allOf)
    return Object.assign({}, ...schema.allOf.map((part) => exampleOf(part, about) as object)) as unknown;
  return ofType(schema, about);
}

function ofType(schema: JsonSchema, about: About): unknown {
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === 'object' || schema.properties) return objectExample(schema, about);
  if (type === 'array') return arrayExample(schema, about);
  if (type === 'boolean') return about.io === 'input' ? (schema.default ?? true) : about.name !== 'more';
  if (type === 'integer' || type === 'number') return schema.default ?? Math.max(schema.minimum ?? 1, 1);
  if (type === 'string') return textExample(schema);
  return type === 'null' ? null : {};
}

function objectExample({ properties = {}, required = [], additionalProperties }: JsonSchema, { tag, io }: About) {
  const shown = Object.entries(properties).filter(
    ([name]) => io === 'output' || required.includes(name) || taggedExamples[tag]?.[name] !== undefined,
  );
  if (shown.length === 0 && typeof additionalProperties === 'object') return {};
  return Object.fromEntries(
    shown.map(([name, property]) => [name, exampleOf(property, { tag: tagOf(name, tag), io, name })]),
  );
}

/** What stands under `customer` speaks of a customer, wherever it stands. */
function tagOf(name: string, otherwise: string): string {
  const many = name.endsWith('s') ? name : `${name}s`;
  return Object.hasOwn(taggedExamples, many) ? many : otherwise;
}

function arrayExample({ items = {}, prefixItems, minItems = 0 }: JsonSchema, { tag, io, name = '' }: About): unknown[] {
  if (prefixItems) return prefixItems.map((item) => exampleOf(item, { tag, io, name }));
  const one = exampleOf(items, { tag, io, name: name.replace(/s$/, '') });
  return Array.from({ length: Math.max(minItems, 1) }, () => one);
}

const formats: Record<string, string> = {
  uuid: '019a7c52-6f00-7c3e-9d15-0a4c1b2d3e4f',
  'date-time': '2027-03-16T09:00:00Z',
  date: '2027-03-16',
  email: 'maya.lopez@example.com',
  uri: 'https://example.com',
};

const texts = ['Text', '12:00', '#4f46e5', 'EUR'];

const textExample = ({ format = '', default: preset, minLength = 0, pattern = '' }: JsonSchema): unknown =>
  formats[format] ?? preset ?? (texts.find((text) => new RegExp(pattern).test(text)) ?? '').padEnd(minLength, '.');

/** Whether a word of the dictionary is of the kind that this schema takes. */
function fits(value: unknown, schema: JsonSchema): boolean {
  if (schema.$ref) return fits(value, refer(schema.$ref));
  const among = schema.anyOf ?? schema.oneOf;
  if (among) return among.some((one) => fits(value, one));
  if (schema.enum) return schema.enum.includes(value);
  if (schema.const !== undefined) return schema.const === value;
  const types = [schema.type].flat();
  if (value === null) return types.includes('null');
  if (Array.isArray(value)) return types.includes('array') && value.every((one) => fits(one, schema.items ?? {}));
  if (typeof value === 'number')
    return (types.includes('integer') || types.includes('number')) && isWithin(value, schema);
  if (typeof value === 'string') return types.includes('string') && new RegExp(schema.pattern ?? '').test(value);
  if (typeof value === 'object') return (schema.required ?? []).every((name) => name in value);
  return types.includes(typeof value);
}

const isWithin = (value: number, { minimum = -Infinity, maximum = Infinity }: JsonSchema): boolean =>
  value >= minimum && value <= maximum;

let components: Record<string, JsonSchema> | undefined;
function refer(ref: string): JsonSchema {
  components ??= componentSchemas();
  return components[nameIn(ref)]!;
}

const nameIn = (ref: string): string => ref.split('/').pop()!;

/** Problems by their code, for `components.examples`. */
export const problemExamples = (codes: readonly ErrorCode[]) =>
  Object.fromEntries([...new Set(codes)].sort().map((code) => [code, { value: problemExample(code) }]));

/** A problem as it is answered, with what belongs to its code. */
function problemExample(code: ErrorCode): Record<string, unknown> {
  const { status, title } = errorCatalogue[code];
  return {
    type: `https://smoothschedule.org/errors/${code}`,
    title,
    status,
    code,
    detail: `${title}.`,
    request_id: '0d9c6c1e-6d1a-4f0f-8f6e-2f1f5f0c9a77',
    ...(code === 'malformed_request' && {
      errors: [
        {
          pointer: '/body/start',
          code: 'invalid_format',
          detail: 'Use an instant with its offset such as 2026-07-14T09:00:00Z',
        },
      ],
    }),
    ...(code === 'slot_unavailable' && { alternatives: ['2027-03-16T10:00:00Z', '2027-03-16T10:15:00Z'] }),
  };
}
