import type { Core } from '../core/core.ts';
import { openMailbox } from '../core/mail/mailbox.ts';
import type { Post } from '../core/mail/mail.ts';
import { closeEnded } from './actions/masquerade.ts';
import { sendNextLetter } from './actions/letters.ts';

const EVERY_MS = 1000;

/** Sends the mails about accounts as they come, and closes masquerades that have ended; answers how to stop. */
export function startIdentityRounds({ core, post }: { core: Core; post: Post }): () => Promise<void> {
  const mailbox = openMailbox(core.config.dataDir);
  const stopping = new AbortController();
  const round = async () => {
    try {
      while (!stopping.signal.aborted && (await sendNextLetter({ core, post, mailbox })));
      await closeEnded(core);
    } catch (error) {
      core.log.warn({ err: error }, 'a round about accounts was left out');
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
