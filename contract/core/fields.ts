import { z } from 'zod';
import { isZone } from '@smooth/engine/zone.ts';

export const Id = z.uuid().describe('UUID, version 7');
/** Calendars, clocks and databases disagree about years far away; nobody books there. */
const isNear = (text: string): boolean => /^(?:19|2\d)\d\d-|^(?!\d{4}-)/.test(text);
const NEAR_YEARS = 'Use a year from 1900 to 2999';
export const InstantText = z.iso
  .datetime({ offset: true })
  .refine(isNear, NEAR_YEARS)
  .describe('Instant, RFC 3339; answers are in UTC with Z');
export const DateText = z.iso.date().refine(isNear, NEAR_YEARS).describe('Local date of the place, YYYY-MM-DD');
export const WallTimeText = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'Write a time as HH:MM, 00:00 to 24:00')
  .describe('Wall time of the place, HH:MM');
export const ZoneText = z
  .string()
  .max(64)
  .refine(isZone, 'Use an IANA zone name such as Europe/Berlin')
  .describe('IANA time zone name');
export const CurrencyCode = z.string().regex(/^[A-Z]{3}$/, 'Use a code of ISO 4217 such as EUR');
export const Money = z.object({ amount_minor: z.int().min(0).max(1_000_000_000), currency: CurrencyCode });
export const EmailText = z.email().max(254);
export const PhoneText = z
  .string()
  .trim()
  .regex(/^\+?[\d\s().\-/]{5,30}$/, 'Use digits, with the country code where it matters');
/** What people are spoken to in. */
export const LanguageCode = z.enum(['en', 'es', 'fr', 'de']);
export const ColorText = z.string().regex(/^#[\da-f]{6}$/i, 'Use a colour such as #4f46e5');
export const Revision = z.int().min(1).max(2_147_483_647);
export const Minutes = z
  .int()
  .min(0)
  .max(60 * 24 * 366);
export const ShortText = z.string().trim().min(1).max(120);
export const LongText = z.string().max(5000);
export const Reason = z.string().trim().max(500);
export const Flag = z.enum(['true', 'false']).transform((text) => text === 'true');

/** `limit` and `cursor` of every list. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(1000).optional(),
};

/** For whoever keeps a copy: what has changed, and what is new. */
export const UpdatedSince = InstantText.optional().describe('Only what was made or changed at this instant or later');

/** The orders of a list: each as it is named and, with a minus, the other way round; the first is that of the list. */
export const ordered = <const Name extends string>(first: Name, ...others: Name[]) => {
  const orders = z.enum([first, ...others].flatMap((name) => [name, `-${name}` as const]));
  return orders.default(first as never);
};

export const page = <Item extends z.ZodType>(item: Item) =>
  z.object({ data: z.array(item), next_cursor: z.string().nullable() });

export const list = <Item extends z.ZodType>(item: Item) => z.object({ data: z.array(item) });

/** What the person who asks may do with this object; the web shows exactly these actions. */
export const can = <const Verb extends string>(...verbs: Verb[]) =>
  z.object(Object.fromEntries(verbs.map((verb) => [verb, z.boolean()])) as Record<Verb, z.ZodBoolean>);

export const idParams = z.object({ id: Id });
export const revisionBody = z.strictObject({ revision: Revision });

export type Page<Item> = { data: Item[]; next_cursor: string | null };
