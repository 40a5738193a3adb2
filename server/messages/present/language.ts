import type { BusinessTemplate, CustomerTemplate } from '../rules/templates.ts';

/** What a text may speak of. Dates and times are written already, in the locale and the zone of the place. */
export interface Said {
  service: string;
  business: string;
  /** `Tuesday, July 14` */
  date: string;
  /** `10:00 AM` */
  time: string;
  customer: string;
  /** Until when a request waits for an answer; null when it does not wait. */
  waits_until: { date: string; time: string } | null;
}

export interface Piece {
  subject: string;
  heading: string;
  body: string;
}

export interface Deadlines {
  cancel: string | null;
  reschedule: string | null;
}

/** One language, complete. */
export interface Words {
  customer: Record<CustomerTemplate, (said: Said) => Piece>;
  business: Record<BusinessTemplate, (said: Said) => Piece>;
  hello: (name: string) => string;
  /** `Tuesday, July 14 at 10:00 AM` */
  moment: (date: string, time: string) => string;
  labels: {
    service: string;
    when: string;
    your_time: string;
    before: string;
    where: string;
    with: string;
    people: string;
    price: string;
    reason: string;
    customer: string;
    email: string;
    phone: string;
  };
  manage: string;
  book_again: string;
  open: string;
  /** Until when the customer may change something alone. */
  deadlines: (until: Deadlines) => string | null;
  contact: (ways: { phone: string | null; has_reply: boolean }) => string | null;
  footer: (business: string) => string;
}
