import type { Core } from '../core/core.ts';
import { openMailbox } from '../core/mail/mailbox.ts';
import type { Post } from '../core/mail/mail.ts';
import { sendNextLetter } from './actions/letters.ts';

const EVERY_MS = 1000;

/** Sends the mails about accounts as they come; answers how to stop. */
export function startLetters({ core, post }: { core: Core; post: Post }): () => Promise<void> {
  const mailbox = openMailbox(core.config.dataDir);
  const stopping = new AbortController();
  const round = async () => {
    try {
      while (!stopping.signal.aborted && (await sendNextLetter({ core, post, mailbox })));
    } catch (error) {
      core.log.warn({ err: error }, 'mails about accounts could not be looked for');
    }
  };
  let running: Promise<void> = round();
  const timer = setInterval(() => {
    running = running.then(round);
  }, EVERY_MS);
  return async () => {
    stopping.abort();
    clearInterval(timer);
    await running;
  };
}
