import type { FieldError } from '@smooth/contract/core/errors.ts';
import { Refused } from './errors.ts';

export const wrong = (pointer: string, detail: string, code = 'custom'): FieldError => ({ pointer, code, detail });

/** Refuses a request whose fields are wrong by a rule that the contract cannot judge alone. */
export function demandNone(errors: readonly FieldError[]): void {
  if (errors.length > 0)
    throw new Refused('malformed_request', { detail: `${errors[0]!.detail}.`, errors: errors.slice(0, 20) });
}
