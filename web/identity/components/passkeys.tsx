import { Button } from '@mantine/core';
import type { Passkey } from '@smooth/contract/identity/passkeys.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormat } from '../../app/format-context.tsx';
import { Ask } from '../../ui/ask.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Buttons, Section, Stack } from '../../ui/page.tsx';
import { RowsSkeleton } from '../../ui/skeletons.tsx';
import { tell } from '../../ui/tell.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import { factorsQuery } from '../account-api.ts';
import { canUsePasskeys, passkeysQuery, useRemovePasskey } from '../passkeys-api.ts';
import { AddPasskey, RenamePasskey } from './passkey-name.tsx';
import { Codes, CodesLeft } from './recovery-codes.tsx';
import classes from './session-list.module.css';

/** The keys of one's devices, which open the account without a password. */
export function Passkeys() {
  const { text } = useSpeech('identity');
  const passkeys = useQuery(passkeysQuery);
  const factors = useQuery(factorsQuery);
  const [adds, setAdds] = useState(false);
  const [codes, setCodes] = useState<string[] | null>(null);
  const add = canUsePasskeys() ? (
    <Button variant="default" size="xs" onClick={() => setAdds(true)}>
      {text('add_passkey')}
    </Button>
  ) : undefined;
  return (
    <Section title={text('passkeys')} about={text('passkeys_about')} action={add}>
      {codes ? <Codes codes={codes} onDone={() => setCodes(null)} /> : null}
      <Loaded query={passkeys} skeleton={<RowsSkeleton rows={1} />}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="soft">{text(add ? 'no_passkeys' : 'passkeys_unknown')}</p>
          ) : (
            <Stack>
              <ul className={classes.list}>
                {rows.map((row) => (
                  <Row key={row.id} passkey={row} />
                ))}
              </ul>
              {factors.data?.has_totp === false && !codes ? <CodesLeft onCodes={setCodes} /> : null}
            </Stack>
          )
        }
      </Loaded>
      {adds ? <AddPasskey onCodes={setCodes} onClose={() => setAdds(false)} /> : null}
    </Section>
  );
}

function Row({ passkey }: { passkey: Passkey }) {
  const { text } = useSpeech('identity');
  const format = useFormat();
  const [asks, setAsks] = useState<'rename' | 'remove' | null>(null);
  const { name, host, created_at, last_used_at, can } = passkey;
  const about = [
    can.use_here ? null : text('passkey_for', { host }),
    text('passkey_added', { when: format.dateTime(created_at) }),
    last_used_at ? text('passkey_used', { when: format.dateTime(last_used_at) }) : text('passkey_unused'),
  ];
  return (
    <li className={classes.session}>
      <div>
        <strong>{name}</strong>
        <p className="caption">{about.filter(Boolean).join(' · ')}</p>
      </div>
      <Buttons>
        <Button
          variant="default"
          size="xs"
          aria-label={text('rename_named', { name })}
          onClick={() => setAsks('rename')}
        >
          {text('rename')}
        </Button>
        <Button
          variant="subtle"
          color="red"
          size="xs"
          aria-label={text('remove_named', { name })}
          onClick={() => setAsks('remove')}
        >
          {text('remove')}
        </Button>
      </Buttons>
      {asks === 'rename' ? <RenamePasskey passkey={passkey} onClose={() => setAsks(null)} /> : null}
      {asks === 'remove' ? <Remove passkey={passkey} onClose={() => setAsks(null)} /> : null}
    </li>
  );
}

function Remove({ passkey: { id, name }, onClose }: { passkey: Passkey; onClose: () => void }) {
  const { text } = useSpeech('identity');
  const remove = useRemovePasskey();
  const confirm = () =>
    remove.mutate(id, {
      onSuccess: () => {
        onClose();
        tell(text('passkey_removed', { name }));
      },
    });
  return (
    <Ask
      title={text('remove_passkey_title', { name })}
      verb={text('remove_passkey')}
      isPending={remove.isPending}
      error={remove.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      {text('remove_passkey_text')}
    </Ask>
  );
}
