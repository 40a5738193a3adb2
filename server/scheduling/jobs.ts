import { system } from '../core/actor.ts';
import type { OnDue } from '../core/jobs/due.ts';
import { expireApproval } from './actions/change-status.ts';

/** What time does to appointments. */
export function schedulingJobs(onDue: OnDue): void {
  onDue('approval_expiry', (tx, { appointment_id }) => expireApproval(tx, appointment_id!, system));
}
