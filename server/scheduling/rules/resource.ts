import type { FieldError } from '@smooth/contract/core/errors.ts';
import { wrong } from '../../core/field-errors.ts';

/** What a resource refers to. */
export interface References {
  type: string;
  location_id?: string | undefined;
  user_id: string | null;
}

/** What of it exists; the location is the first one where none was named. */
export interface Ground {
  has_type: boolean;
  location_id: string | null;
  has_user: boolean;
}

export function wrongGround({ type, location_id, user_id }: References, ground: Ground): FieldError[] {
  const errors: FieldError[] = [];
  if (!ground.has_type) errors.push(wrong('/body/type', 'There is no such type', 'unknown'));
  if (ground.location_id === null) {
    const detail = location_id === undefined ? 'Add a location first' : 'There is no such location';
    errors.push(wrong('/body/location_id', detail, 'unknown'));
  }
  if (user_id !== null && type !== 'staff')
    errors.push(wrong('/body/user_id', 'Only a resource of the type staff is a person'));
  else if (user_id !== null && !ground.has_user)
    errors.push(wrong('/body/user_id', 'There is no such person in this business', 'unknown'));
  return errors;
}
