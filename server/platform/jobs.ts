import type { Core } from '../core/core.ts';
import { startRounds } from '../core/jobs/rounds.ts';
import type { Post } from '../core/mail/mail.ts';
import { sendNextInvitation } from './actions/send-invitations.ts';
import { countFigures } from './actions/count.ts';
import { deleteWhatIsDue } from './actions/delete.ts';
import { isAnyWaiting } from './queries/waiting.ts';
import { type Furnish, provisionNext } from './actions/provision.ts';

const EVERY_MS = 60_000;
/** Of five thousand businesses none is older than half an hour. */
const COUNTED_AT_ONCE = 200;

interface StartRounds {
  core: Core;
  ownerUrl: string;
  furnish: Furnish;
  post: Post;
}

/** Makes businesses as they are asked for, deletes what is past its time, and counts for the overview; answers how to stop. */
export function startPlatformRounds({ core, ownerUrl, furnish, post }: StartRounds): () => Promise<void> {
  let deletedAt = 0;
  let countedAt = -EVERY_MS;
  return startRounds({
    log: core.log,
    failed: 'a round of the platform failed',
    async round(isStopping) {
      while (!isStopping() && (await sendNextInvitation(core, post)));
      while (!isStopping() && (await isAnyWaiting(core)) && (await provisionNext({ core, ownerUrl, furnish })));
      if (!isStopping() && performance.now() - countedAt >= EVERY_MS) {
        countedAt = performance.now();
        await countFigures(core, COUNTED_AT_ONCE);
      }
      if (isStopping() || performance.now() - deletedAt < EVERY_MS) return;
      deletedAt = performance.now();
      await deleteWhatIsDue(core, ownerUrl);
    },
  });
}
