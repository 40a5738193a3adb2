export interface MailAddress {
  name: string;
  address: string;
}

export interface Mail {
  /** The same for every try, so that a receiver can tell a second copy. */
  id: string;
  from: MailAddress;
  reply_to: MailAddress | null;
  to: MailAddress;
  subject: string;
  text: string;
  html: string;
  calendar: { method: 'REQUEST' | 'CANCEL'; text: string } | null;
  /** When it was written, as milliseconds since the epoch. */
  at: number;
}

export interface Post {
  /** What has become of a mail that was taken over: it is on its way, or was kept here and reaches nobody. */
  readonly outcome: 'sent' | 'captured';
  /** Resolves when the mail was taken over; rejects with `MailRefused` when another try makes no sense. */
  send(mail: Mail): Promise<void>;
  close(): void;
}

export class MailRefused extends Error {}

/** `SmoothSchedule <bookings@example.org>` → its address. */
export const addressIn = (text: string): string => /<([^>]+)>/.exec(text)?.[1] ?? text.trim();
