import { htmlOf } from '../../core/mail/html.ts';
import { type Letter, textOf } from '../../core/mail/letter.ts';
import { type LetterTemplate, letterWords } from './letter-words.ts';

export interface LetterParts {
  template: LetterTemplate;
  /** The first one that there are words in counts. */
  locales: readonly (string | null)[];
  person: string;
  /** The business, or the product where it speaks for itself. */
  sender: string;
  brand_color: string | null;
  href: string | null;
}

export function composeLetter({ template, locales, person, sender, brand_color, href }: LetterParts) {
  const locale = locales.map((one) => one?.slice(0, 2)).find((one) => one && one in letterWords) ?? 'en';
  const words = letterWords[locale as keyof typeof letterWords];
  const { subject, heading, body, button, note } = words.templates[template](sender);
  const letter: Letter = {
    locale,
    brand_color,
    business: sender,
    hello: words.hello(person),
    heading,
    body,
    facts: [],
    button: href === null || button === null ? null : { label: button, href },
    notes: [note],
    footer: [words.footer(sender)],
  };
  return { subject: subject.replaceAll(/\s+/g, ' '), text: textOf(letter), html: htmlOf(letter) };
}
