import { MINUTE } from '@smooth/engine/instant.ts';
import { formatMoney } from '@smooth/engine/money.ts';
import type { Instant } from '@smooth/engine/types.ts';
import type { TenantRow } from '../../core/tenant/gate.ts';
import { calendarOf } from '../../scheduling/present/calendar.ts';
import type { Facts } from '../queries.ts';
import { type BusinessTemplate, businessTemplates, calendarMethod, type Template } from '../rules/templates.ts';
import { htmlOf } from '../../core/mail/html.ts';
import type { Said, Words } from './language.ts';
import { type Letter, textOf } from '../../core/mail/letter.ts';
import { momentOf, sameClock } from './moment.ts';
import { localeFor, wordsFor } from './words.ts';

/** What a message is made of. */
export interface Writing {
  template: Template;
  facts: Facts;
  business: Pick<TenantRow, 'name' | 'locale' | 'email' | 'phone' | 'address' | 'brand_color' | 'time_zone'>;
  now: Instant;
  /** The moment that a change left. */
  before?: { start: Instant; end: Instant };
  reason?: string | null;
  links: { manage: string; book: string; business: string };
  /** The address that mail comes from, and the host of the installation. */
  sender: { address: string; host: string };
}

export interface Composed {
  subject: string;
  body_text: string;
  body_html: string;
  calendar: string | null;
  calendar_method: 'REQUEST' | 'CANCEL' | null;
}

export function compose(writing: Writing): Composed {
  const { template, facts, business } = writing;
  const forBusiness = isForBusiness(template);
  const locale = localeFor(forBusiness ? [business.locale] : [facts.locale, facts.customer_locale, business.locale]);
  const words = wordsFor(locale);
  const said = saidIn(writing, locale);
  const piece = forBusiness ? words.business[template](said) : words.customer[template](said);
  const letter: Letter = {
    locale,
    brand_color: business.brand_color,
    business: business.name,
    hello: words.hello(forBusiness ? business.name : said.customer),
    heading: piece.heading,
    body: piece.body,
    facts: factLines(writing, words, locale),
    button: buttonFor(writing, words),
    notes: forBusiness ? [] : notesFor(writing, words, locale),
    footer: [words.footer(business.name), [business.name, business.address].filter(Boolean).join(', ')],
  };
  const calendar_method = calendarMethod(template, facts.was_invited);
  return {
    subject: piece.subject.replaceAll(/\s+/g, ' '),
    body_text: textOf(letter),
    body_html: htmlOf(letter),
    calendar: calendar_method && calendarFor(writing, { method: calendar_method, letter, words, locale }),
    calendar_method,
  };
}

const isForBusiness = (template: Template): template is BusinessTemplate =>
  (businessTemplates as readonly Template[]).includes(template);

const ENDED: readonly Template[] = ['cancelled', 'declined', 'expired'];

function saidIn({ facts, business }: Writing, locale: string): Said {
  const { date, time } = placeMoment(facts, locale);
  const until = facts.expires_at;
  return {
    service: facts.service_name,
    business: business.name,
    date,
    time,
    customer: facts.customer_name ?? '',
    waits_until: until === null ? null : momentOf({ start: until, end: until + 1, zone: facts.time_zone, locale }),
  };
}

const placeMoment = ({ starts_at, ends_at, time_zone }: Facts, locale: string) =>
  momentOf({ start: starts_at, end: ends_at, zone: time_zone, locale });

/** The place's time first; the customer's beside it where their clock shows another. */
function factLines(writing: Writing, words: Words, locale: string): Letter['facts'] {
  const { template, facts, business, before, reason } = writing;
  const { labels } = words;
  const forBusiness = isForBusiness(template);
  const zone = forBusiness ? business.time_zone : (facts.customer_time_zone ?? facts.customer_zone ?? facts.time_zone);
  const stretch = { start: facts.starts_at, end: facts.ends_at };
  const lines: [string, string | null][] = [
    [labels.service, facts.service_name],
    [labels.when, placeMoment(facts, locale).whole],
    [
      labels.your_time,
      sameClock(zone, facts.time_zone, facts.starts_at) ? null : momentOf({ ...stretch, zone, locale }).whole,
    ],
    [labels.before, before ? momentOf({ ...before, zone: facts.time_zone, locale }).whole : null],
    [labels.with, facts.staff_names.join(', ')],
    [labels.where, whereOf(writing)],
    [labels.people, facts.party_size > 1 ? String(facts.party_size) : null],
    [labels.price, facts.price_minor > 0 ? formatMoney(facts.price_minor, facts.currency, locale) : null],
    [labels.reason, reason ?? null],
    ...(forBusiness ? customerLines(facts, words) : []),
  ];
  return lines.filter((line): line is [string, string] => Boolean(line[1]));
}

const customerLines = (facts: Facts, { labels }: Words): [string, string | null][] => [
  [labels.customer, facts.customer_name],
  [labels.email, facts.customer_email],
  [labels.phone, facts.customer_phone],
];

const whereOf = ({ facts, business }: Writing): string =>
  [facts.location_name, facts.location_address ?? business.address].filter(Boolean).join(', ');

function buttonFor({ template, links }: Writing, words: Words): Letter['button'] {
  if (isForBusiness(template)) return { label: words.open, href: links.business };
  if (ENDED.includes(template)) return { label: words.book_again, href: links.book };
  return { label: words.manage, href: links.manage };
}

function notesFor({ template, facts, business, now }: Writing, words: Words, locale: string): string[] {
  const until = (minutes: number): string | null => {
    const at = facts.starts_at - minutes * MINUTE;
    if (minutes === 0 || at <= now) return null;
    const { date, time } = momentOf({ start: at, end: at + 1, zone: facts.time_zone, locale });
    return words.moment(date, time);
  };
  const deadlines = ENDED.includes(template)
    ? null
    : words.deadlines({
        cancel: until(facts.cancel_notice_minutes),
        reschedule: until(facts.reschedule_notice_minutes),
      });
  const contact = words.contact({ phone: business.phone, has_reply: business.email !== null });
  return [deadlines, contact].filter((note) => note !== null);
}

interface ForCalendar {
  method: 'REQUEST' | 'CANCEL';
  letter: Letter;
  words: Words;
  locale: string;
}

function calendarFor(writing: Writing, { method, words, locale }: ForCalendar): string {
  const { facts, business, links, sender, now } = writing;
  const { customer_email: email, customer_name: name } = facts;
  return calendarOf({
    appointment: facts,
    method,
    summary: `${facts.service_name} – ${business.name}`,
    description: `${placeMoment(facts, locale).whole}\n${words.manage}: ${links.manage}`,
    location: whereOf(writing) || null,
    organizer: { name: business.name, email: business.email ?? sender.address },
    attendee: email ? { name: name ?? email, email } : null,
    host: sender.host,
    stamp: now,
    url: links.manage,
  });
}
