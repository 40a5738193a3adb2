import { notifications } from '@mantine/notifications';
import { IconAlertCircle, IconCheck } from '@tabler/icons-react';
import { useSpeech } from '../words/use-speech.tsx';
import { isRefusal } from '../app/refusal.ts';

/** Says what was done. */
export const tell = (message: string) =>
  notifications.show({ message, color: 'green', icon: <IconCheck size="1.2em" />, autoClose: 5000 });

/** Says what was refused, where no better place for it is in sight. */
export const tellRefusal = (error: unknown) =>
  notifications.show({
    title: isRefusal(error) ? error.problem.title : <Said what="not_done" />,
    message: isRefusal(error) ? error.problem.detail : <Said what="not_done_text" />,
    color: 'red',
    icon: <IconAlertCircle size="1.2em" />,
    autoClose: 10_000,
  });

/** The language is known where it is shown. */
function Said({ what }: { what: 'not_done' | 'not_done_text' }) {
  const { text } = useSpeech('ui');
  return <>{text(what)}</>;
}
