import { useSpeech } from '../words/use-speech.tsx';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowBackUp, IconCheck } from '@tabler/icons-react';
import { useCallback, useEffect, useRef } from 'react';
import classes from './components/toast.module.css';

const UNDO_MS = 10_000;

interface Done {
  toast: string;
  until: number;
  undo: () => Promise<void>;
}

/** Says what was done with a way back, for ten seconds: the button, or Ctrl Z. */
export function useUndo(): (message: string, undo: () => Promise<void>) => void {
  const { text } = useSpeech('timeline');
  const last = useRef<Done | null>(null);
  const takeBack = useCallback(
    async (done: Done) => {
      if (last.current === done) last.current = null;
      notifications.hide(done.toast);
      try {
        await done.undo();
        notifications.show({ message: text('undone'), icon: <IconArrowBackUp size="1.2em" />, autoClose: 3000 });
      } catch (error) {
        const why = error instanceof Error ? error.message : '';
        notifications.show({ title: text('undo_failed'), message: why, color: 'red', autoClose: UNDO_MS });
      }
    },
    [text],
  );
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
      const done = last.current;
      if (!isUndo || isTyping(event.target) || !done || Date.now() > done.until) return;
      event.preventDefault();
      void takeBack(done);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [takeBack]);
  return useCallback(
    (message, undo) => {
      const done: Done = { toast: crypto.randomUUID(), until: Date.now() + UNDO_MS, undo };
      last.current = done;
      const button = (
        <Button size="compact-sm" variant="light" onClick={() => void takeBack(done)}>
          {text('undo')}
        </Button>
      );
      notifications.show({
        id: done.toast,
        message: (
          <div className={classes.line}>
            <span>{message}</span>
            {button}
          </div>
        ),
        color: 'green',
        icon: <IconCheck size="1.2em" />,
        autoClose: UNDO_MS,
      });
    },
    [takeBack, text],
  );
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
