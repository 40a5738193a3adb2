import type { Passkey } from '@smooth/contract/identity/passkeys.ts';
import { formatInstant } from '@smooth/engine/instant.ts';
import type { PasskeyRow } from '../queries/passkeys.ts';

export const presentPasskey = ({ id, name, host, ...row }: PasskeyRow, here: string | undefined): Passkey => ({
  id,
  name,
  host,
  created_at: formatInstant(row.created_at),
  last_used_at: row.last_used_at === null ? null : formatInstant(row.last_used_at),
  can: { use_here: host === here },
});
