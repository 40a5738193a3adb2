import type { z } from 'zod';

type Issue = Parameters<z.core.$ZodErrorMap>[0];

const types: Record<string, string> = {
  string: 'Send a text',
  int: 'Send a whole number',
  number: 'Send a number',
  boolean: 'Send true or false',
  array: 'Send a list',
  object: 'Send an object',
  record: 'Send an object',
};

const formats: Record<string, string> = {
  uuid: 'Send an id as it stands in other answers: a UUID',
  email: 'Use an e-mail address such as nina@example.com',
  date: 'Use a date such as 2026-07-14',
  datetime: 'Use an instant with its offset such as 2026-07-14T09:00:00Z',
  url: 'Use an address such as https://example.com',
};

const units: Record<string, string> = { string: ' characters', array: ' entries', set: ' entries' };

/** What to do about a field, where its schema has no words of its own. */
export function fieldText(issue: Issue): string | undefined {
  if (issue.code === 'invalid_type')
    return issue.input === undefined ? 'This is needed' : (types[issue.expected] ?? `Send a ${issue.expected}`);
  if (issue.code === 'invalid_format') return formats[issue.format];
  if (issue.code === 'invalid_value') return `Use one of ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'too_small') return atLeast(issue);
  if (issue.code === 'too_big') return `Use at most ${issue.maximum}${units[issue.origin] ?? ''}`;
  return undefined;
}

function atLeast({ origin, minimum }: Issue & { code: 'too_small' }): string {
  if (origin === 'string' && minimum === 1) return 'Fill this in';
  if (origin === 'array' && minimum === 1) return 'Add at least one entry';
  return `Use at least ${minimum}${units[origin] ?? ''}`;
}
