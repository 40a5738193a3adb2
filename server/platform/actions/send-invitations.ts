import type { Core } from '../../core/core.ts';
import { businessOrigin } from '../../core/http/address.ts';
import { addressIn, type Mail, MailRefused, type Post } from '../../core/mail/mail.ts';
import { newId } from '../../core/ids.ts';
import { inConsole } from '../../core/tenant/gate.ts';
import { composeInvitation } from '../present/invitation-mail.ts';
import { type InvitationRow, nextDueInvitation } from '../queries/invitations.ts';
import { invitationHash, newInvitationToken } from '../rules/invitation.ts';

const MOST_ATTEMPTS = 12;
const PAUSE_MS = 5000;
/** Longer than sending takes; what its sender left undone is taken again. */
const CLAIMED_MS = 120_000;

/** Makes the link of the next invitation and sends it; answers whether there was one. Each try has a link of its own. */
export async function sendNextInvitation(core: Core, post: Post): Promise<boolean> {
  const now = core.clock.now();
  const token = newInvitationToken();
  const row = await inConsole(core.database, async (tx) => {
    const due = await nextDueInvitation(tx, now);
    if (!due) return null;
    const claimed = { token_hash: invitationHash(token), mail_attempts: due.mail_attempts + 1 };
    await tx
      .updateTable('public.business_invitations')
      .set({ ...claimed, mail_due_at: new Date(now + CLAIMED_MS) })
      .where('id', '=', due.id)
      .execute();
    return { ...due, ...claimed };
  });
  if (!row) return false;
  try {
    await post.send(mailOf(core, row, token));
    await settle(core, row, { mail_due_at: null, mail_error: null, mailed_at: new Date(now) });
  } catch (error) {
    core.log.warn({ err: error, invitation: row.id }, 'an invitation could not be sent');
    const isOver = error instanceof MailRefused || row.mail_attempts >= MOST_ATTEMPTS;
    await settle(core, row, {
      mail_due_at: isOver ? null : new Date(now + 2 ** row.mail_attempts * PAUSE_MS),
      mail_error: error instanceof Error ? error.message : String(error),
    });
  }
  return true;
}

interface Outcome {
  mail_due_at: Date | null;
  mail_error: string | null;
  mailed_at?: Date;
}

/** Unless it was taken back or sent again meanwhile. */
const settle = (core: Core, { id, token_hash }: InvitationRow, outcome: Outcome) =>
  inConsole(core.database, (tx) =>
    tx
      .updateTable('public.business_invitations')
      .set(outcome)
      .where('id', '=', id)
      .where('token_hash', '=', token_hash)
      .execute(),
  );

function mailOf({ config }: Core, row: InvitationRow, token: string): Mail {
  const href = `${businessOrigin(config.baseUrl, 'platform')}/invitation/${token}`;
  return {
    // Another link makes another mail.
    id: newId(),
    from: { name: 'SmoothSchedule', address: addressIn(config.mailFrom) },
    reply_to: null,
    to: { name: '', address: row.email },
    ...composeInvitation({ ...row, href }),
    calendar: null,
    at: row.created_at,
  };
}
