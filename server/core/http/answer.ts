import type { AnswerOf, Endpoint } from '@smooth/contract/core/endpoint.ts';
import { z } from 'zod';
import { Refused } from '../errors.ts';
import type { Answer } from './idempotency.ts';
import { pickerOf } from './pick.ts';
import { ReadyText } from './ready.ts';

/** How an answer is told: by its contract, in the version that whoever asked speaks. */
export interface Telling<E extends Endpoint> {
  endpoint: E;
  asSpoken(body: unknown): unknown;
}

const successOf = ({ responses }: Endpoint) => Object.entries(responses)[0]!;

export function answerOf<E extends Endpoint>(
  { endpoint, asSpoken }: Telling<E>,
  result: AnswerOf<E> | ReadyText,
): Answer {
  const [status, schema] = successOf(endpoint);
  if (result === undefined) return { status: Number(status), body: null };
  if (result instanceof ReadyText) return { status: result.status ?? Number(status), body: result.text };
  // Only what the contract names is taken, so nothing leaves by accident.
  return { status: Number(status), body: packed(JSON.stringify(asSpoken(pickerOf(schema)(result)))) };
}

const LARGE = 4096;

/** A large text as bytes: Node would reserve three for each letter of it. */
const packed = (text: string): string | Buffer => (text.length < LARGE ? text : Buffer.from(text));

/** What a refusal shows of the state as it is now is told as the answer would have been. */
export function refusalOf<E extends Endpoint>({ endpoint, asSpoken }: Telling<E>, error: unknown): unknown {
  if (!(error instanceof Refused) || error.details.current === undefined) return error;
  const [, schema] = successOf(endpoint);
  const isThing = schema instanceof z.ZodObject && 'revision' in schema.shape;
  if (!isThing) return error;
  return new Refused(error.code, { ...error.details, current: asSpoken(pickerOf(schema)(error.details.current)) });
}

/** What may be kept of an answer: no secret that is told only once. */
export function keepable(answer: Answer, { told_once: secrets }: Endpoint): Answer {
  if (!secrets || answer.body === null) return answer;
  const blank = Object.fromEntries(secrets.map((field) => [field, null]));
  return { ...answer, body: JSON.stringify({ ...(JSON.parse(answer.body.toString()) as object), ...blank }) };
}
