import { htmlOf } from '../../core/mail/html.ts';
import { type Letter, textOf } from '../../core/mail/letter.ts';

interface Invited {
  business_name: string;
  href: string;
  /** The day it leads nowhere any more, as people write it. */
  until: string;
}

/** The mail with the link. Which language somebody speaks who was never here nobody knows, so it is English. */
export function composeInvitation({ business_name, href, until }: Invited) {
  const letter: Letter = {
    locale: 'en',
    brand_color: null,
    business: 'SmoothSchedule',
    hello: 'Hello,',
    heading: `${business_name} is invited to SmoothSchedule`,
    body: 'Set up your business in a few minutes: your address, your hours and a first service. After that your customers can book.',
    facts: [['Business', business_name]],
    button: { label: 'Set up the business', href },
    notes: [`The link can be used once, until ${until}. Nothing happens if you leave it.`],
    footer: ['Sent by SmoothSchedule because somebody of the platform invited this address.'],
  };
  return { subject: `Set up ${business_name.replaceAll(/\s+/g, ' ')}`, text: textOf(letter), html: htmlOf(letter) };
}
