import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import type { Post } from './mail.ts';
import { openMailbox } from './mailbox.ts';
import { openSmtp } from './smtp.ts';

/** The way out for mail: SMTP where it is configured, otherwise a folder that can be read at /dev/mail. */
export function openPost(config: Config, log: Log): Post {
  if (config.smtpUrl) return openSmtp(config.smtpUrl, log);
  if (config.production) log.warn('SMTP_URL is not set: no mail leaves this installation');
  return openMailbox(config.dataDir);
}
