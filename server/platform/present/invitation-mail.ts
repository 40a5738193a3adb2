import type { Instant } from '@smooth/engine/types.ts';
import { htmlOf } from '../../core/mail/html.ts';
import { type Letter, textOf } from '../../core/mail/letter.ts';
import { invitationWords } from './invitation-words.ts';

interface Invited {
  business_name: string;
  /** Of whoever invites: which one somebody speaks who was never here, they know best. */
  locale: keyof typeof invitationWords;
  href: string;
  /** From then on it leads nowhere. */
  expires_at: Instant;
}

/** The mail with the link. */
export function composeInvitation({ business_name, locale, href, expires_at }: Invited) {
  const words = invitationWords[locale];
  const until = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(expires_at);
  const letter: Letter = {
    locale,
    brand_color: null,
    business: 'SmoothSchedule',
    hello: words.hello,
    heading: words.heading(business_name),
    body: words.body,
    facts: [[words.business, business_name]],
    button: { label: words.button, href },
    notes: [words.note(until)],
    footer: [words.footer],
  };
  const subject = words.subject(business_name.replaceAll(/\s+/g, ' '));
  return { subject, text: textOf(letter), html: htmlOf(letter) };
}
