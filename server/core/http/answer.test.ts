import { endpoint, nothing } from '@smooth/contract/core/endpoint.ts';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { Refused } from '../errors.ts';
import { refusalOf } from './answer.ts';

const changed = (answer: z.ZodType, status = 200) =>
  endpoint({
    method: 'PATCH',
    path: '/api/v1/things/:id',
    summary: 'Change a thing',
    tag: 'things',
    responses: { [status]: answer },
  });
const stale = new Refused('stale_revision', { current: { revision: 3, name: 'Chair', hidden: 'x' } });
const asOfOld = (body: unknown) => ({ old: body });

test('the state beside a stale revision is told as the answer would have been: by the contract, in the version spoken', () => {
  const Thing = z.object({ revision: z.int(), name: z.string() });
  const told = refusalOf({ endpoint: changed(Thing), asSpoken: asOfOld }, stale) as Refused;
  expect(told.code).toBe('stale_revision');
  expect(told.details.current).toEqual({ old: { revision: 3, name: 'Chair' } });
});

test('where the answer is not the thing itself, the refusal stays as it is, and so does whatever is no refusal', () => {
  expect(refusalOf({ endpoint: changed(nothing, 204), asSpoken: asOfOld }, stale)).toBe(stale);
  const fault = new Error('broken');
  expect(refusalOf({ endpoint: changed(z.object({ revision: z.int() })), asSpoken: asOfOld }, fault)).toBe(fault);
});
