import { z } from 'zod';
import type { ErrorCode } from './errors.ts';
import type { Scope } from './scopes.ts';

/** What both ends agree on about one route. The server registers it, the web and the client call it. */
export interface Endpoint {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  path: `/${string}`;
  summary: string;
  tag: string;
  /** What a token needs to be let in; without one the address is for people who are signed in. */
  scope?: Scope;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** How much a caller may send, where it is more than anywhere else. */
  max_body_bytes?: number;
  /** Only for whoever has proved within the last 15 minutes that it is them; others get `sudo_required`. */
  sudo?: boolean;
  /** Only for the person themself: refused while somebody acts as them. */
  in_person?: boolean;
  /**
   * The bodies that are taken while the business is suspended as well: those that only take something away from somebody,
   * and so make things safer. Without it nothing is changed then.
   */
  while_suspended?: z.ZodType;
  /** The answer of success by status; `z.undefined()` for none. */
  responses: Record<number, z.ZodType>;
  /** Fields of the answer that are secrets: a repeated request with the same key gets null in their place. */
  told_once?: readonly string[];
  /** The media type of the answer where it is not JSON. */
  produces?: string;
  /** Expected refusals beside the ones every route has. */
  refusals?: readonly ErrorCode[];
}

export const endpoint = <const Spec extends Endpoint>(spec: Spec): Spec => spec;

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;
type Given<Schema> = Schema extends z.ZodType ? z.input<Schema> : undefined;

/** What a handler of the server receives. */
export type ParamsOf<E extends Endpoint> = Parsed<E['params']>;
export type QueryOf<E extends Endpoint> = Parsed<E['query']>;
export type BodyOf<E extends Endpoint> = Parsed<E['body']>;
export type AnswerOf<E extends Endpoint> = z.output<E['responses'][keyof E['responses']]>;

/** What a caller hands over. */
export type CallOf<E extends Endpoint> = {
  params?: Given<E['params']>;
  query?: Given<E['query']>;
  body?: Given<E['body']>;
};

/** RFC 9457 problem document. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  request_id: z.string(),
  errors: z.array(z.object({ pointer: z.string(), code: z.string(), detail: z.string() })).optional(),
  alternatives: z.array(z.string()).optional(),
  current: z.unknown().optional(),
  facts: z.record(z.string(), z.unknown()).optional(),
});
export type Problem = z.output<typeof Problem>;

export const nothing = z.undefined();
