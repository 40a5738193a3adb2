import type { Decision } from '@smooth/engine/types.ts';
import type { TimeOffRow } from '../queries/time-off.ts';

export type TimeOffVerb = 'approve' | 'decline' | 'withdraw';

export const becomes = { approve: 'approved', decline: 'declined', withdraw: 'withdrawn' } as const;

/** A request is answered once. */
export const answered = ({ status }: Pick<TimeOffRow, 'status'>): Decision<true, 'wrong_status'> =>
  status === 'requested' ? { ok: true, value: true } : { ok: false, code: 'wrong_status', facts: { status } };
