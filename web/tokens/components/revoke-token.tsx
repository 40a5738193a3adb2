import type { ApiToken } from '@smooth/contract/tokens/tokens.ts';
import { useFormat } from '../../app/format-context.tsx';
import { Ask } from '../../ui/ask.tsx';
import { tell } from '../../ui/tell.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import { useRevokeToken } from '../api.ts';

/** Names what stops working before it does. */
export function RevokeToken({ token, onClose }: { token: ApiToken; onClose: () => void }) {
  const { text } = useSpeech('tokens');
  const { dateTime } = useFormat();
  const revoke = useRevokeToken();
  const { name, last_used_at } = token;
  const used = last_used_at ? text('revoke_used', { when: dateTime(last_used_at) }) : text('revoke_unused');
  return (
    <Ask
      title={text('revoke_title', { name })}
      verb={text('revoke_verb')}
      isPending={revoke.isPending}
      error={revoke.error}
      onConfirm={() =>
        revoke.mutate(token.id, {
          onSuccess: () => {
            tell(text('revoked', { name }));
            onClose();
          },
        })
      }
      onClose={onClose}
    >
      {text('revoke_text')} {used}
    </Ask>
  );
}
