import { Button, Modal, TextInput } from '@mantine/core';
import type { Passkey } from '@smooth/contract/identity/passkeys.ts';
import { useState } from 'react';
import { Notice } from '../../ui/notice.tsx';
import { Buttons, Stack } from '../../ui/page.tsx';
import { tell } from '../../ui/tell.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import { deviceIn } from '../device.ts';
import { passkeyFailure, useAddPasskey, useRenamePasskey } from '../passkeys-api.ts';

const LONGEST_NAME = 60;

interface AddPasskey {
  onCodes: (codes: string[]) => void;
  onClose: () => void;
}

/** Asks for a name; the device asks for the rest. */
export function AddPasskey({ onCodes, onClose }: AddPasskey) {
  const speech = useSpeech('identity');
  const { text } = speech;
  const add = useAddPasskey();
  const submit = (name: string) =>
    add.mutate(name, {
      onSuccess: ({ recovery_codes }) => {
        onClose();
        tell(text('passkey_kept', { name }));
        if (recovery_codes) onCodes(recovery_codes);
      },
    });
  return (
    <Naming
      title={text('add_passkey')}
      about={text('add_passkey_text')}
      verb={text('go_on')}
      name={deviceIn(navigator.userAgent) ?? ''}
      failure={add.error ? passkeyFailure(add.error, speech) : null}
      isPending={add.isPending}
      onSubmit={submit}
      onClose={onClose}
    />
  );
}

export function RenamePasskey({ passkey, onClose }: { passkey: Passkey; onClose: () => void }) {
  const { text } = useSpeech('identity');
  const rename = useRenamePasskey(passkey.id);
  return (
    <Naming
      title={text('rename_named', { name: passkey.name })}
      verb={text('rename')}
      name={passkey.name}
      failure={rename.error ? rename.error.message : null}
      isPending={rename.isPending}
      onSubmit={(name) => rename.mutate(name, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}

interface Naming {
  title: string;
  about?: string;
  verb: string;
  name: string;
  failure: string | null;
  isPending: boolean;
  onSubmit: (name: string) => void;
  onClose: () => void;
}

function Naming({ title, about, verb, name: before, failure, isPending, onSubmit, onClose }: Naming) {
  const { text } = useSpeech('identity');
  const [name, setName] = useState(before);
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    if (name.trim()) onSubmit(name.trim());
  };
  return (
    <Modal opened onClose={onClose} title={title} centered>
      <form onSubmit={submit} noValidate>
        <Stack>
          {failure ? <Notice tone="red">{failure}</Notice> : null}
          {about ? <p className="soft">{about}</p> : null}
          <TextInput
            label={text('name')}
            maxLength={LONGEST_NAME}
            data-autofocus
            value={name}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
          <Buttons>
            <Button type="submit" loading={isPending} disabled={!name.trim()}>
              {verb}
            </Button>
            <Button variant="default" onClick={onClose}>
              {text('cancel')}
            </Button>
          </Buttons>
        </Stack>
      </form>
    </Modal>
  );
}
