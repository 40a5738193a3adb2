import type { Core } from '../../core/core.ts';
import { businessOrigin } from '../../core/http/address.ts';
import { newId } from '../../core/ids.ts';
import type { JobSpec } from '../../core/jobs/registry.ts';
import { addressIn } from '../../core/mail/mail.ts';
import type { Tenant, TenantDb } from '../../core/tenant/tenant.ts';
import { manageToken } from '../../scheduling/rules/manage-token.ts';
import { compose, type Writing } from '../present/compose.ts';
import { type Facts, keepMessage } from '../queries.ts';
import { type BusinessTemplate, businessTemplates, type Template } from '../rules/templates.ts';

export interface Telling extends Pick<Writing, 'before' | 'reason'> {
  template: Template;
  facts: Facts;
  /** The same cause never tells twice. */
  dedupe_key: string;
}

export type Teller = Pick<Core, 'config' | 'secret'>;

/**
 * Writes one message; answers the job that sends it, unless nobody is to get it: no address, sent already, or captured
 * because nothing leaves the sandbox.
 */
export async function tell(
  core: Teller,
  tx: TenantDb,
  { template, facts, dedupe_key, ...told }: Telling,
): Promise<JobSpec[]> {
  const { tenant } = tx;
  const isNote = businessTemplates.includes(template as BusinessTemplate);
  const recipient = isNote ? tenant.row.email : facts.customer_email;
  if (!recipient) return [];
  const { now, row: business } = tenant;
  const links = linksOf(core, tenant, facts.id);
  const sender = { address: addressIn(core.config.mailFrom), host: core.config.baseUrl.hostname };
  const { id, status } = await keepMessage(tx, {
    id: newId(now),
    template,
    dedupe_key,
    appointment_id: facts.id,
    customer_id: facts.customer_id,
    recipient,
    ...compose({ template, facts, business, now, links, sender, ...told }),
    status: tenant.mode === 'sandbox' ? 'captured' : 'queued',
  });
  return status === 'queued' ? [sendJob(id)] : [];
}

export const sendJob = (message_id: string): JobSpec => ({
  name: 'message',
  key: `message:${message_id}`,
  payload: { message_id },
  attempts: 16,
});

function linksOf({ config, secret }: Teller, tenant: Tenant, appointmentId: string): Writing['links'] {
  const origin = businessOrigin(config.baseUrl, tenant.row.subdomain);
  const token = manageToken(secret, { tenantId: tenant.id, mode: tenant.mode, appointmentId });
  return {
    manage: `${origin}/manage/${token}`,
    book: `${origin}/book`,
    business: `${origin}/appointments/${appointmentId}`,
  };
}
