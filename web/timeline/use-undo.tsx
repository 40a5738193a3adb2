import { type SpeechOf, useSpeech } from '../words/use-speech.tsx';
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
    (done: Done) => {
      if (last.current === done) last.current = null;
      void undone(done, text);
    },
    [text],
  );
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
      const done = last.current;
      if (!isUndo || isTyping(event.target) || !done || Date.now() > done.until) return;
      event.preventDefault();
      takeBack(done);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [takeBack]);
  return useCallback(
    (message, undo) => {
      const done: Done = { toast: crypto.randomUUID(), until: Date.now() + UNDO_MS, undo };
      last.current = done;
      const offer = <Offer message={message} label={text('undo')} onUndo={() => takeBack(done)} />;
      const icon = <IconCheck size="1.2em" />;
      notifications.show({ id: done.toast, message: offer, color: 'green', icon, autoClose: UNDO_MS });
    },
    [takeBack, text],
  );
}

async function undone({ toast, undo }: Done, text: SpeechOf<'timeline'>['text']): Promise<void> {
  notifications.hide(toast);
  try {
    await undo();
    notifications.show({ message: text('undone'), icon: <IconArrowBackUp size="1.2em" />, autoClose: 3000 });
  } catch (error) {
    const why = error instanceof Error ? error.message : '';
    notifications.show({ title: text('undo_failed'), message: why, color: 'red', autoClose: UNDO_MS });
  }
}

const Offer = ({ message, label, onUndo }: { message: string; label: string; onUndo: () => void }) => (
  <div className={classes.line}>
    <span>{message}</span>
    <Button size="compact-sm" variant="light" onClick={onUndo}>
      {label}
    </Button>
  </div>
);

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
