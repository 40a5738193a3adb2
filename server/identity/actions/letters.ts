import type { Mode } from '@smooth/contract/identity/roles.ts';
import { DAY, HOUR, MINUTE } from '@smooth/engine/instant.ts';
import type { Instant } from '@smooth/engine/types.ts';
import { type Selectable, sql } from 'kysely';
import type { Core } from '../../core/core.ts';
import { at } from '../../core/db/raw.ts';
import { businessOrigin } from '../../core/http/address.ts';
import { newId } from '../../core/ids.ts';
import { addressIn, type Mail, MailRefused, type Post } from '../../core/mail/mail.ts';
import { askGate, inGate, type PublicDb, publicQuery, type TenantRow } from '../../core/tenant/gate.ts';
import type { PublicTables } from '../../schema/public-tables.ts';
import { composeLetter } from '../present/letter.ts';
import type { LetterTemplate } from '../present/letter-words.ts';
import { invitationAtGate } from '../queries/invitations.ts';
import { accountsByEmail } from '../queries/sessions.ts';
import { issuePass } from './passes.ts';
import { accountFor } from './sign-in.ts';

export interface NewLetter {
  template: LetterTemplate;
  tenant_id: string | null;
  mode: Mode;
  email: string;
  now: Instant;
  detail?: Record<string, unknown>;
}

/** A mail about an account, to be written and sent soon. */
export const queueLetter = (tx: PublicDb, { now, detail = {}, ...letter }: NewLetter) =>
  tx
    .insertInto('public.letters')
    .values({
      ...letter,
      id: newId(now),
      email: letter.email.toLowerCase(),
      detail: JSON.stringify(detail),
      created_at: new Date(now),
      due_at: new Date(now),
      error: null,
    })
    .execute();

type LetterRow = Selectable<PublicTables['public.letters']>;

export interface Sending {
  core: Core;
  post: Post;
  /** Where mails of the sandbox end, from which nothing leaves. */
  mailbox: Post;
}

/** Longer than sending takes; a letter whose sender died is taken again. */
const CLAIMED_MS = 2 * MINUTE;
const MOST_ATTEMPTS = 12;

/** Writes and sends the next letter; answers whether there was one. At least once: a crash may send it again. */
export async function sendNextLetter(sending: Sending): Promise<boolean> {
  const { core } = sending;
  const letter = await inGate(core.database, (tx) => claim(tx, core.clock.now()));
  if (!letter) return false;
  try {
    const mail = await write(core, letter);
    if (mail) await (letter.mode === 'sandbox' ? sending.mailbox : sending.post).send(mail);
    await inGate(core.database, (tx) => tx.deleteFrom('public.letters').where('id', '=', letter.id).execute());
  } catch (error) {
    core.log.warn({ err: error, letter: letter.id }, 'a mail about an account could not be sent');
    await inGate(core.database, (tx) => putOff(tx, letter, error, core.clock.now()));
  }
  return true;
}

const claim = (tx: PublicDb, now: Instant) =>
  tx
    .updateTable('public.letters')
    .set({ due_at: new Date(now + CLAIMED_MS), attempts: sql`attempts + 1` })
    .where('id', '=', (db) =>
      db
        .selectFrom('public.letters')
        .select('id')
        .where('due_at', '<=', at(now))
        .orderBy('due_at')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returningAll()
    .executeTakeFirst();

async function putOff(tx: PublicDb, { id, attempts }: LetterRow, error: unknown, now: Instant): Promise<void> {
  if (error instanceof MailRefused || attempts >= MOST_ATTEMPTS) {
    await tx.deleteFrom('public.letters').where('id', '=', id).execute();
    return;
  }
  const due_at = new Date(now + 2 ** attempts * 5000);
  const text = error instanceof Error ? error.message : String(error);
  await tx.updateTable('public.letters').set({ due_at, error: text }).where('id', '=', id).execute();
}

interface Link {
  path: string;
  purpose: 'password_reset' | 'email_verification' | 'staff_invitation';
  lastsMs: number;
}

/** Pages that a letter leads to, for whoever signs in there. */
const pages: Partial<Record<LetterTemplate, string>> = {
  webhook_disabled: 'developers/webhooks',
  export_ready: 'settings#export',
};

/** Where the link of a letter leads, and how long it does. */
const links: Partial<Record<LetterTemplate, Link>> = {
  password_reset: { path: 'reset-password', purpose: 'password_reset', lastsMs: HOUR },
  email_verification: { path: 'verify-email', purpose: 'email_verification', lastsMs: 3 * DAY },
  staff_invitation: { path: 'invitation', purpose: 'staff_invitation', lastsMs: 7 * DAY },
  platform_invitation: { path: 'invitation', purpose: 'staff_invitation', lastsMs: 7 * DAY },
};

/** Whom a letter is to: somebody with an account, or somebody who is to get one. */
interface Addressee {
  id: string | null;
  name: string;
  locale: string | null;
}

/** Null where nobody is to get it: no such account, or none that may sign in. */
async function write(core: Core, letter: LetterRow): Promise<Mail | null> {
  const { tenant_id } = letter;
  const template = letter.template as LetterTemplate;
  const [tenant] = tenant_id === null ? [null] : await askGate(core.database, tenantById(tenant_id));
  if (tenant === undefined || (tenant && tenant.status === 'closed')) return null;
  const link = links[template];
  const person = await (link?.purpose === 'staff_invitation' ? invitedBy(core, letter) : holderOf(core, letter));
  if (!person) return null;
  const token = link && (await inGate(core.database, (tx) => passFor(tx, core, { letter, person, link })));
  const path = link ? `${link.path}/${token}` : pages[template];
  const href = path === undefined ? null : `${originOf(core, tenant)}/${path}`;
  return mailOf(core, { letter, person, tenant, href });
}

async function holderOf(core: Core, { tenant_id, mode, email }: LetterRow): Promise<Addressee | null> {
  return accountFor(await askGate(core.database, accountsByEmail(tenant_id, email)), mode === 'sandbox') ?? null;
}

async function invitedBy(core: Core, { detail, email }: LetterRow): Promise<Addressee | null> {
  const [row] = await askGate(core.database, invitationAtGate(String(detail['invitation'])));
  const isStanding = row && row.accepted_at === null && row.revoked_at === null && row.email === email;
  return isStanding ? { id: null, name: row.name, locale: row.locale } : null;
}

interface Linked {
  letter: LetterRow;
  person: Addressee;
  link: Link;
}

const passFor = (tx: PublicDb, { clock }: Core, { letter, person, link: { purpose, lastsMs } }: Linked) => {
  const { tenant_id, mode, email } = letter;
  const detail = { ...letter.detail, email };
  return issuePass(tx, { purpose, lastsMs, user_id: person.id, tenant_id, mode, now: clock.now(), detail });
};

const tenantById = (id: string) => publicQuery.selectFrom('public.tenants').selectAll().where('id', '=', id);

/** Where people of a business, or of the platform, sign in. */
export const originOf = ({ config }: Pick<Core, 'config'>, tenant: Pick<TenantRow, 'subdomain'> | null): string =>
  businessOrigin(config.baseUrl, tenant?.subdomain ?? 'platform');

interface Writing {
  letter: LetterRow;
  person: Addressee;
  tenant: TenantRow | null;
  href: string | null;
}

function mailOf({ config, clock }: Core, { letter, person, tenant, href }: Writing): Mail {
  const name = tenant?.name ?? 'SmoothSchedule';
  const template = letter.template as LetterTemplate;
  const composed = composeLetter({
    template,
    locales: [person.locale, tenant?.locale ?? null],
    person: person.name,
    sender: name,
    brand_color: tenant?.brand_color ?? null,
    href,
  });
  return {
    id: letter.id,
    from: { name, address: addressIn(config.mailFrom) },
    reply_to: tenant?.email ? { name, address: tenant.email } : null,
    to: { name: '', address: letter.email },
    ...composed,
    calendar: null,
    at: clock.now(),
  };
}
