import type { Problem } from '@smooth/contract/core/endpoint.ts';

/** An answer of the server that is not a success. Carries all that a page needs to say what happened. */
export class Refusal extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail || problem.title);
    this.name = 'Refusal';
    this.problem = problem;
  }

  get code(): string {
    return this.problem.code;
  }

  get status(): number {
    return this.problem.status;
  }
}

export const isRefusal = (error: unknown, ...codes: string[]): error is Refusal =>
  error instanceof Refusal && (codes.length === 0 || codes.includes(error.code));

/** The server could not be reached at all; the words for it are the page's own. */
export const unreachable = (): Problem => ({
  type: 'about:blank',
  title: '',
  status: 0,
  code: 'unreachable',
  detail: '',
  request_id: '',
});

/** Field errors as a form wants them: `/body/customer/email` becomes `customer.email`. */
export function fieldErrors(error: unknown): Record<string, string> {
  if (!(error instanceof Refusal)) return {};
  const pairs = (error.problem.errors ?? []).map(({ pointer, detail }) => [fieldPath(pointer), detail] as const);
  return Object.fromEntries(pairs);
}

const fieldPath = (pointer: string) =>
  pointer
    .replace(/^\/?(?:body|query|params)?\//, '')
    .split('/')
    .join('.');
