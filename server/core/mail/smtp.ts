import { createTransport } from 'nodemailer';
import type { Log } from '../log.ts';
import { type Mail, MailRefused, type Post } from './mail.ts';

const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

export function openSmtp(url: string, log: Log): Post {
  const address = new URL(url);
  if (!address.searchParams.has('pool')) address.searchParams.set('pool', 'true');
  const transport = createTransport({
    url: address.href,
    maxConnections: 3,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...TIMEOUTS,
  });
  transport.on('error', (error: Error) => log.warn({ reason: error.message }, 'the mail server is away'));
  return {
    outcome: 'sent',
    async send(mail) {
      await transport.sendMail(messageOf(mail)).catch((error: unknown) => {
        throw isFinal(error) ? new MailRefused((error as Error).message, { cause: error }) : error;
      });
    },
    close: () => transport.close(),
  };
}

const messageOf = ({ id, from, reply_to, to, subject, text, html, calendar, at }: Mail) => ({
  messageId: `<${id}@${from.address.split('@')[1] ?? 'localhost'}>`,
  date: new Date(at),
  from,
  to,
  ...(reply_to && { replyTo: reply_to }),
  subject,
  text,
  html,
  ...(calendar && { icalEvent: { method: calendar.method, filename: 'appointment.ics', content: calendar.text } }),
  headers: { 'Auto-Submitted': 'auto-generated' },
});

/** A mail server that refuses this mail for good (RFC 5321: 5xx), unlike one that refuses us or is away. */
function isFinal(error: unknown): boolean {
  const { code, responseCode = 0 } = error as { code?: string; responseCode?: number };
  return (code === 'EENVELOPE' || code === 'EMESSAGE') && (responseCode === 0 || responseCode >= 500);
}
