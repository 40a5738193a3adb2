/** A problem document as the API answers it (RFC 9457). */
export interface Problem {
  type: string;
  title: string;
  status: number;
  /** Stable: decide by this, never by a text. */
  code: string;
  detail: string;
  request_id: string;
  /** The fields that are not as they should be, by JSON pointer. */
  errors?: { pointer: string; code: string; detail: string }[];
  /** Of `slot_unavailable`: the nearest starts that are free. */
  alternatives?: string[];
  /** Of `stale_revision`: the object as it is now. */
  current?: unknown;
  facts?: Record<string, unknown>;
}

/** Whatever the API refuses. */
export class SmoothScheduleError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(`${problem.code}: ${problem.detail} (request ${problem.request_id})`);
    this.name = 'SmoothScheduleError';
    this.problem = problem;
  }
  get status(): number {
    return this.problem.status;
  }
  get code(): string {
    return this.problem.code;
  }
}
