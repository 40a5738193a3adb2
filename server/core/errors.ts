import { errorCatalogue, type ErrorCode, type FieldError } from '@smooth/contract/core/errors.ts';
import type { Decision } from '@smooth/engine/types.ts';

export interface RefusalDetails {
  /** One sentence that says what to do; the title of the catalogue where absent. */
  detail?: string;
  /** The language of the detail, where that is not English. */
  language?: string;
  errors?: FieldError[];
  /** Other starts that can be booked. */
  alternatives?: string[];
  /** The state as it is now, for a stale revision. */
  current?: unknown;
  facts?: Record<string, unknown>;
}

/** An expected refusal. It travels as an exception so that it ends the transaction, and is answered as a problem. */
export class Refused extends Error {
  readonly code: ErrorCode;
  readonly details: RefusalDetails;
  /** What is worth adding once the transaction is over, such as other times that are free. */
  readonly afterwards: (() => Promise<RefusalDetails>) | undefined;

  constructor(code: ErrorCode, details: RefusalDetails = {}, afterwards?: () => Promise<RefusalDetails>) {
    super(details.detail ?? errorCatalogue[code].title);
    this.code = code;
    this.details = details;
    this.afterwards = afterwards;
  }

  get status(): number {
    return errorCatalogue[this.code].status;
  }
}

export const refuse = (code: ErrorCode, details?: RefusalDetails): never => {
  throw new Refused(code, details);
};

/** The value of an allowed decision; a refused one ends the transaction. */
export function unwrap<T>(decision: Decision<T, ErrorCode>): T {
  if (decision.ok) return decision.value;
  throw new Refused(decision.code, { facts: decision.facts });
}

/** A row that must be there; a miss is 404, whoever it belongs to. */
export function found<T>(row: T | undefined | null): T {
  if (row === undefined || row === null) throw new Refused('not_found');
  return row;
}

/** For a field that the contract cannot judge alone, such as an id that refers to nothing. */
export const fieldRefusal = (pointer: string, detail: string, code = 'custom'): Refused =>
  new Refused('malformed_request', { detail, errors: [{ pointer, code, detail }] });
