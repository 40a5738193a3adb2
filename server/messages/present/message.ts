import type { Message } from '@smooth/contract/messages/messages.ts';
import { formatInstant } from '@smooth/engine/instant.ts';
import type { ListedMessage } from '../queries.ts';

export const presentMessage = ({ created_at, sent_at, ...row }: ListedMessage): Message => ({
  ...row,
  created_at: formatInstant(created_at),
  sent_at: sent_at === null ? null : formatInstant(sent_at),
});
