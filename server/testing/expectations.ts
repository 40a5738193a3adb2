import type { ErrorCode } from '@smooth/contract/core/errors.ts';
import { expect } from 'vitest';
import type { Answer } from './person.ts';

declare module 'vitest' {
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown> {
    /** Status and code of a refusal, and of it either the pointer of a field or some of its facts. */
    toBeRefused(status: number, code: ErrorCode, about?: string | Record<string, unknown>): R;
  }
}

expect.extend({
  toBeRefused(answer: Answer<unknown>, status: number, code: ErrorCode, about?: string | Record<string, unknown>) {
    const { problem } = answer;
    const agrees =
      typeof about === 'string'
        ? (problem?.errors ?? []).some(({ pointer }) => pointer === about)
        : about === undefined || this.equals(problem?.facts, expect.objectContaining(about));
    return {
      pass: answer.status === status && problem?.code === code && agrees,
      message: () =>
        `expected a refusal ${status} ${code} ${JSON.stringify(about ?? '')}, but it was ${answer.status} ${JSON.stringify(problem)}`,
    };
  },
});
