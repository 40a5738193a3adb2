import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { Ask } from '../../ui/ask.tsx';
import { tell } from '../../ui/tell.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import type { useDeleteResource } from '../api/resources.ts';
import type { useDeleteService } from '../api/services.ts';

interface DeleteThing {
  name: string;
  verb: string;
  remove: ReturnType<typeof useDeleteResource | typeof useDeleteService>;
  /** The list it is gone from. */
  list: '/resources' | '/services';
  /** The consequence. */
  children: ReactNode;
}

/** Asks before something configured is gone, and goes back to its list. */
export function DeleteThing({ name, verb, remove, list, children }: DeleteThing) {
  const { text } = useSpeech('scheduling');
  const [asking, setAsking] = useState(false);
  const navigate = useNavigate();
  const confirm = () =>
    remove.mutate(undefined, {
      onSuccess: () => {
        tell(text('deleted', { name }));
        void navigate({ to: list, ignoreBlocker: true });
      },
    });
  return (
    <>
      <Button variant="subtle" color="red" leftSection={<IconTrash size="1.3em" />} onClick={() => setAsking(true)}>
        {text('delete')}
      </Button>
      {asking ? (
        <Ask
          title={text('delete_title', { name })}
          verb={verb}
          isPending={remove.isPending}
          error={remove.error}
          onConfirm={confirm}
          onClose={() => setAsking(false)}
        >
          {children}
        </Ask>
      ) : null}
    </>
  );
}
