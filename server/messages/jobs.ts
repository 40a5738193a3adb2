import type { Core } from '../core/core.ts';
import type { OnDue } from '../core/jobs/due.ts';
import type { Jobs } from '../core/jobs/registry.ts';
import type { Post } from '../core/mail/mail.ts';
import { remind } from './actions/remind.ts';
import { sendMessage } from './actions/send.ts';

export interface MessageJobs {
  core: Core;
  post: Post;
  job: Jobs['job'];
  onDue: OnDue;
}

export function messageJobs({ core, post, job, onDue }: MessageJobs): void {
  job('message', (run) => sendMessage(core, post, run));
  onDue('reminder', (tx, row) => remind(core, tx, row));
}
