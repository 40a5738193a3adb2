import type { Core } from '../../core/core.ts';
import type { JobRun } from '../../core/jobs/registry.ts';
import { addressIn, type Mail, MailRefused, type Post } from '../../core/mail/mail.ts';
import { ask, inTenant, type Tenant } from '../../core/tenant/tenant.ts';
import { markMessage, type MessageRow, type MessageToSend, messageToSend } from '../queries.ts';
import { isReminded } from '../rules/templates.ts';
import { reminderKey } from '../rules/reminder.ts';

/** Sends one written message. What is refused for good fails at once, the rest after the last try. */
export async function sendMessage(core: Pick<Core, 'config'>, post: Post, run: JobRun): Promise<void> {
  const { tenant, payload } = run;
  const id = String(payload['message_id']);
  const [message] = await ask(tenant, messageToSend(id));
  if (message?.status !== 'queued') return;
  const attempts = message.attempts + 1;
  const mark = (status: MessageRow['status'], error: string | null = null) =>
    inTenant(tenant, (tx) => markMessage(tx, id, { status, attempts, error }));
  if (isStale(message, tenant))
    return mark('dropped', 'The appointment was moved or has ended before the reminder left');
  try {
    await post.send(mailOf(core, tenant, message));
  } catch (error) {
    const isFinal = error instanceof MailRefused;
    await mark(
      isFinal || run.isLastAttempt ? 'failed' : 'queued',
      error instanceof Error ? error.message : String(error),
    );
    if (isFinal) return;
    throw error;
  }
  await mark(post.outcome);
}

/** A reminder that waited for the mail server is not sent about what does not stand any more. */
function isStale(message: MessageToSend, { now }: Tenant): boolean {
  const { template, appointment_id: id, appointment_status: status, starts_at, ends_at } = message;
  if (template !== 'reminder') return false;
  if (!id || !status || starts_at === null || ends_at === null) return true;
  return !isReminded({ status, starts_at, ends_at }, now) || message.dedupe_key !== reminderKey({ id, starts_at });
}

function mailOf({ config }: Pick<Core, 'config'>, { row }: Tenant, message: MessageRow): Mail {
  const { id, recipient, subject, body_text: text, body_html: html, calendar, calendar_method: method } = message;
  return {
    id,
    from: { name: row.name, address: addressIn(config.mailFrom) },
    reply_to: row.email === null ? null : { name: row.name, address: row.email },
    to: { name: '', address: recipient },
    subject,
    text,
    html,
    calendar: calendar !== null && method !== null ? { method, text: calendar } : null,
    at: message.created_at,
  };
}
