import type { Core } from '../core/core.ts';
import type { Post } from '../core/mail/mail.ts';
import { sendNextInvitation } from './actions/send-invitations.ts';
import { deleteWhatIsDue } from './actions/delete.ts';
import { isAnyWaiting } from './queries/waiting.ts';
import { type Furnish, provisionNext } from './actions/provision.ts';

const EVERY_MS = 1000;
const DELETE_EVERY_MS = 60_000;

interface StartRounds {
  core: Core;
  ownerUrl: string;
  furnish: Furnish;
  post: Post;
}

/** Makes businesses as they are asked for, and deletes what is past its time; answers how to stop. */
export function startPlatformRounds({ core, ownerUrl, furnish, post }: StartRounds): () => Promise<void> {
  const stopping = new AbortController();
  let deletedAt = 0;
  const round = async () => {
    while (!stopping.signal.aborted && (await sendNextInvitation(core, post)));
    while (
      !stopping.signal.aborted &&
      (await isAnyWaiting(core)) &&
      (await provisionNext({ core, ownerUrl, furnish }))
    );
    if (stopping.signal.aborted || performance.now() - deletedAt < DELETE_EVERY_MS) return;
    deletedAt = performance.now();
    await deleteWhatIsDue(core, ownerUrl);
  };
  const safely = () =>
    round().catch((error: unknown) => core.log.warn({ err: error }, 'a round of the platform failed'));
  let running = safely();
  const timer = setInterval(() => {
    running = running.then(safely);
  }, EVERY_MS);
  return async () => {
    stopping.abort();
    clearInterval(timer);
    await running;
  };
}
