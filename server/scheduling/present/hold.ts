import type { Hold } from '@smooth/contract/scheduling/holds.ts';
import { formatInstant } from '@smooth/engine/instant.ts';
import type { HoldRow } from '../actions/holds.ts';

export const presentHold = ({ id, service_id, starts_at, ends_at, expires_at }: HoldRow): Hold => ({
  id,
  service_id,
  start: formatInstant(starts_at),
  end: formatInstant(ends_at),
  expires_at: formatInstant(expires_at),
});
