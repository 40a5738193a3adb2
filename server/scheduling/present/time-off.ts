import type { TimeOffRequest } from '@smooth/contract/scheduling/time-off.ts';
import { formatInstant } from '@smooth/engine/instant.ts';
import type { Actor } from '../../core/actor.ts';
import { timeOffPolicy } from '../policy/time-off.ts';
import type { TimeOffRow } from '../queries/time-off.ts';
import { answered } from '../rules/time-off-request.ts';

export const presentRequest = (row: TimeOffRow, actor: Actor): TimeOffRequest => ({
  id: row.id,
  revision: row.revision,
  resource_id: row.resource_id,
  resource_name: row.resource_name,
  user_name: row.user_name,
  start: formatInstant(row.starts_at),
  end: formatInstant(row.ends_at),
  reason: row.reason,
  status: row.status,
  decided_by_name: row.decided_by_name,
  decision_reason: row.decision_reason,
  created_at: formatInstant(row.created_at),
  can: {
    decide: answered(row).ok && timeOffPolicy.may(actor, 'time_off.decide', row),
    withdraw: answered(row).ok && timeOffPolicy.may(actor, 'time_off.withdraw', row),
  },
});
