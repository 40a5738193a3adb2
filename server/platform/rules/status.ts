import type { Instant } from '@smooth/engine/types.ts';
import { Refused } from '../../core/errors.ts';
import type { TenantRow } from '../../core/tenant/gate.ts';

export type StatusVerb = 'suspend' | 'resume' | 'close' | 'reopen';
type Known = Pick<TenantRow, 'name' | 'status' | 'delete_after'>;

const from: Record<StatusVerb, readonly TenantRow['status'][]> = {
  suspend: ['active'],
  resume: ['suspended'],
  close: ['active', 'suspended'],
  reopen: ['closed'],
};

/** A closed business comes back only while its data is kept. */
export const mayBecome = (verb: StatusVerb, { status, delete_after }: Known, now: Instant): boolean =>
  from[verb].includes(status) && (verb !== 'reopen' || (delete_after !== null && delete_after > now));

export function refuseWrongStatus(verb: StatusVerb, tenant: Known, now: Instant): void {
  if (mayBecome(verb, tenant, now)) return;
  const detail =
    verb === 'reopen' && tenant.status === 'closed'
      ? `The data of ${tenant.name} is past its retention and is being deleted.`
      : `${tenant.name} is ${tenant.status} already.`;
  throw new Refused('wrong_status', { detail });
}
