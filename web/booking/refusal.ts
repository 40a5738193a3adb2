import type { BookingBusiness } from '@smooth/contract/booking/booking.ts';
import type { CallFailed } from './api.ts';
import type { Format } from './format.ts';
import type { Speech, TextKey } from './words/words.ts';

export interface Explanation {
  title?: string;
  text: string;
  requestId?: string;
}

type Contactable = Pick<BookingBusiness, 'name' | 'phone' | 'email'>;

/** How to reach the business, as the end of a sentence. */
export function contactIn({ text }: Speech, { name, phone, email }: Contactable): string {
  if (phone) return text('contact_phone', { phone: phone.replaceAll(' ', '\u00a0') });
  return email ? text('contact_email', { email }) : text('contact_business', { business: name });
}

/** Whether somebody else was faster. */
export const isLost = (failure: CallFailed): boolean =>
  failure.problem?.code === 'slot_unavailable' || failure.problem?.code === 'capacity';

/** A failed call in words: what happened, that nothing was lost, what to do. */
export function explain(
  failure: CallFailed,
  context: { speech: Speech; format: Format; business: Contactable | null; isManaged?: boolean },
): Explanation {
  const { speech, format, business, isManaged = false } = context;
  const { text } = speech;
  const { problem, retryAfterSeconds } = failure;
  if (!problem) return { title: text('offline_title'), text: text('offline_text') };
  if (problem.code === 'rate_limited') {
    const when = retryAfterSeconds ? format.inSeconds(retryAfterSeconds) : text('limited_soon');
    return { title: text('limited_title'), text: text('limited_text', { when }) };
  }
  const whole = wholePages[problem.code];
  if (whole) return { title: text(whole[0]), text: text(whole[1]) };
  if (business && isManaged && problem.code === 'policy_notice')
    return { text: text('refused_manage_notice', { contact: contactIn(speech, business) }) };
  const refused = business && refusals(speech, business)[problem.code];
  if (refused) return { text: refused };
  if (problem.status < 500 && problem.detail) return { text: problem.detail, requestId: problem.request_id };
  return { title: text('broken_title'), text: text('broken_text'), requestId: problem.request_id };
}

type PlainKey = Extract<TextKey, `${string}_title` | `${string}_text`> &
  ('unknown_title' | 'unknown_text' | 'suspended_title' | 'suspended_text');

const wholePages: Record<string, [PlainKey, PlainKey]> = {
  unknown_business: ['unknown_title', 'unknown_text'],
  not_found: ['unknown_title', 'unknown_text'],
  business_suspended: ['suspended_title', 'suspended_text'],
};

function refusals(speech: Speech, business: Contactable): Record<string, string> {
  const { text } = speech;
  const contact = contactIn(speech, business);
  return {
    policy_notice: text('refused_notice'),
    policy_window: text('refused_window'),
    closed: text('refused_closed', { business: business.name }),
    limit_reached: text('refused_limit', { business: business.name, contact }),
    customer_blocked: text('refused_blocked', { business: business.name, contact }),
    already_ended: text('refused_ended'),
    wrong_status: text('refused_status'),
    answers_missing: text('refused_fields'),
    malformed_request: text('refused_fields'),
    capacity: text('refused_party'),
    slot_unavailable: text('lost_title'),
  };
}
