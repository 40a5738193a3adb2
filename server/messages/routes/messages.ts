import { getMessage, listMessages } from '@smooth/contract/messages/messages.ts';
import { found } from '../../core/errors.ts';
import type { Routes } from '../../core/http/route.ts';
import { ask } from '../../core/tenant/tenant.ts';
import '../policy.ts';
import { presentMessage } from '../present/message.ts';
import { messageList, messagesFound, messageWithText } from '../queries.ts';

/** What was told to whom; of a sandbox, what would have been. */
export function messageRoutes({ read }: Routes): void {
  read(listMessages, { may: 'message.read' }, async ({ tenant, query }) => {
    // The newest first.
    const place = messageList.at({ ...query, order: '-id' });
    return place.page(await ask(tenant, messagesFound(query, place)), presentMessage);
  });
  read(getMessage, { may: 'message.read' }, async ({ tenant, params }) => {
    const row = found((await ask(tenant, messageWithText(params.id)))[0]);
    return { ...presentMessage(row), text: row.body_text };
  });
}
