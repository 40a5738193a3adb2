import type { Core } from '../core/core.ts';
import { startRounds } from '../core/jobs/rounds.ts';
import { openMailbox } from '../core/mail/mailbox.ts';
import type { Post } from '../core/mail/mail.ts';
import { closeEnded } from './actions/masquerade.ts';
import { sendNextLetter } from './actions/letters.ts';
import { clearPasses } from './actions/passes.ts';

/** Sends the mails about accounts as they come, closes masquerades that have ended, and clears passes away; answers how to stop. */
export function startIdentityRounds({ core, post }: { core: Core; post: Post }): () => Promise<void> {
  const mailbox = openMailbox(core.config.dataDir);
  return startRounds({
    log: core.log,
    failed: 'a round about accounts was left out',
    async round(isStopping) {
      while (!isStopping() && (await sendNextLetter({ core, post, mailbox })));
      await closeEnded(core);
      await clearPasses(core);
    },
  });
}
