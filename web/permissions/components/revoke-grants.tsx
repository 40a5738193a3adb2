import type { Grant } from '@smooth/contract/identity/permissions.ts';
import { Ask } from '../../ui/ask.tsx';
import { tell } from '../../ui/tell.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import { useActionWords } from '../action-words.ts';
import { useRevokeGrants, type Where } from '../api.ts';

interface RevokeGrants {
  where: Where;
  grants: Grant[];
  onClose: () => void;
}

/** Names who loses what, before it is taken back. */
export function RevokeGrants({ where, grants, onClose }: RevokeGrants) {
  const { text, count } = useSpeech('permissions');
  const { name } = useActionWords();
  const revoke = useRevokeGrants(where);
  const who = grants.map(({ grantee, action }) => `${grantee.name} (${name(action)})`).join(', ');
  const done = ({ revoked }: { revoked: number }) => {
    tell(count('revoked_count', revoked));
    onClose();
  };
  return (
    <Ask
      title={count('revoke_ask', grants.length)}
      verb={count('revoke_count', grants.length)}
      isPending={revoke.isPending}
      error={revoke.error}
      onConfirm={() =>
        revoke.mutate(
          grants.map(({ id }) => id),
          { onSuccess: done },
        )
      }
      onClose={onClose}
    >
      {text('revoke_text', { who })}
    </Ask>
  );
}
