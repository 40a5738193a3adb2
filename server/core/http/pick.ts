import { z } from 'zod';

/** Makes of a value what its schema names. */
type Pick = (value: unknown) => unknown;

const pickers = new WeakMap<z.ZodType, Pick>();

/**
 * Takes of an answer what its schema names, and nothing else, as `parse` does at half its cost. Of a value the kind is
 * looked at and not its format: formats are looked at on the way in, and of every answer by the tests.
 */
export function pickerOf(schema: z.ZodType): Pick {
  const known = pickers.get(schema);
  if (known) return known;
  const pick = pickOf(schema);
  const picker: Pick = (value) => {
    try {
      return pick(value);
    } catch (error) {
      // The schema itself says best what is wrong.
      if (error === MISFIT) return schema.parse(value);
      throw error;
    }
  };
  pickers.set(schema, picker);
  return picker;
}

const MISFIT = Symbol('misfit');
const misfit = (): never => {
  throw MISFIT;
};

function pickOf(schema: z.ZodType): Pick {
  if (schema instanceof z.ZodObject) return pickObject(schema.shape);
  if (schema instanceof z.ZodArray) {
    const pick = pickOf(schema.element as z.ZodType);
    return (value) => (Array.isArray(value) ? value.map((one) => pick(one)) : misfit());
  }
  if (schema instanceof z.ZodNullable) {
    const pick = pickOf(schema.unwrap() as z.ZodType);
    return (value) => (value === null ? null : pick(value));
  }
  if (schema instanceof z.ZodOptional) {
    const pick = pickOf(schema.unwrap() as z.ZodType);
    return (value) => (value === undefined ? undefined : pick(value));
  }
  if (schema instanceof z.ZodEnum) {
    const options = new Set<unknown>(schema.options);
    return (value) => (options.has(value) ? value : misfit());
  }
  if (schema instanceof z.ZodBoolean) return (value) => (typeof value === 'boolean' ? value : misfit());
  if (schema instanceof z.ZodNumber) return (value) => (Number.isFinite(value) ? value : misfit());
  if (isPlainText(schema)) return (value) => (typeof value === 'string' ? value : misfit());
  return (value) => parsed(schema, value);
}

function pickObject(shape: Record<string, z.ZodType>): Pick {
  const fields = Object.entries(shape).map(([name, schema]) => ({ name, pick: pickOf(schema) }));
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return misfit();
    const picked: Record<string, unknown> = {};
    for (const { name, pick } of fields) picked[name] = pick((value as Record<string, unknown>)[name]);
    return picked;
  };
}

/** Text that its schema leaves as it is. */
const isPlainText = (schema: z.ZodType): boolean =>
  (schema instanceof z.ZodString || schema instanceof z.ZodStringFormat) &&
  !schema.def.checks?.some(({ _zod: { def } }) => def.check === 'overwrite');

/** What the schema makes of it; what is wrong is told of the whole. */
function parsed(schema: z.ZodType, value: unknown): unknown {
  const result = schema.safeParse(value);
  return result.success ? result.data : misfit();
}
