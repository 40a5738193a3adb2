import type { Core } from '../core/core.ts';
import { startRounds } from '../core/jobs/rounds.ts';
import type { Post } from '../core/mail/mail.ts';
import { sendNextInvitation } from './actions/send-invitations.ts';
import { deleteWhatIsDue } from './actions/delete.ts';
import { isAnyWaiting } from './queries/waiting.ts';
import { type Furnish, provisionNext } from './actions/provision.ts';

const DELETE_EVERY_MS = 60_000;

interface StartRounds {
  core: Core;
  ownerUrl: string;
  furnish: Furnish;
  post: Post;
}

/** Makes businesses as they are asked for, and deletes what is past its time; answers how to stop. */
export function startPlatformRounds({ core, ownerUrl, furnish, post }: StartRounds): () => Promise<void> {
  let deletedAt = 0;
  return startRounds({
    log: core.log,
    failed: 'a round of the platform failed',
    async round(isStopping) {
      while (!isStopping() && (await sendNextInvitation(core, post)));
      while (!isStopping() && (await isAnyWaiting(core)) && (await provisionNext({ core, ownerUrl, furnish })));
      if (isStopping() || performance.now() - deletedAt < DELETE_EVERY_MS) return;
      deletedAt = performance.now();
      await deleteWhatIsDue(core, ownerUrl);
    },
  });
}
