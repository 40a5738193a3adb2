import type { JsonSchema } from '../../api/openapi/schemas.ts';

/** JSON Schema as a type of TypeScript. `indent` is how deep the text stands. */
export function typeOf(schema: JsonSchema, indent = ''): string {
  if (schema.$ref) return schema.$ref.split('/').pop()!;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  const among = schema.anyOf ?? schema.oneOf;
  if (among) return [...new Set(among.map((one) => typeOf(one, indent)))].join(' | ');
  if (schema.allOf) return schema.allOf.map((one) => typeOf(one, indent)).join(' & ');
  const types = [schema.type].flat();
  return [...new Set(types.map((type) => plainType(type, schema, indent)))].join(' | ');
}

function plainType(type: string | undefined, schema: JsonSchema, indent: string): string {
  if (type === 'object' || schema.properties) return objectType(schema, indent);
  if (type === 'array') return arrayType(schema, indent);
  if (type === 'integer' || type === 'number') return 'number';
  if (type === 'string' || type === 'boolean' || type === 'null') return type;
  return 'unknown';
}

function arrayType({ items = {}, prefixItems }: JsonSchema, indent: string): string {
  if (prefixItems) return `[${prefixItems.map((item) => typeOf(item, indent)).join(', ')}]`;
  const item = typeOf(items, indent);
  return /[|&]/.test(item) && !item.endsWith('}') ? `(${item})[]` : `${item}[]`;
}

/** Ids and instants say what they are by their names. */
const isPlain = ({ format = '' }: JsonSchema): boolean => ['uuid', 'date-time', 'date'].includes(format);

function objectType({ properties, required = [], additionalProperties }: JsonSchema, indent: string): string {
  if (!properties) {
    const value = typeof additionalProperties === 'object' ? typeOf(additionalProperties, indent) : 'unknown';
    return `Record<string, ${value}>`;
  }
  const within = `${indent}  `;
  const lines = Object.entries(properties).map(([name, property]) => {
    const said =
      property.description && !isPlain(property)
        ? `${within}/** ${property.description.replaceAll('*/', '* /')} */\n`
        : '';
    return `${said}${within}${name}${required.includes(name) ? '' : '?'}: ${typeOf(property, within)};`;
  });
  return lines.length === 0 ? 'Record<string, never>' : `{\n${lines.join('\n')}\n${indent}}`;
}
