import { notifications } from '@mantine/notifications';
import { IconAlertCircle, IconCheck } from '@tabler/icons-react';
import { isRefusal } from '../app/refusal.ts';

/** Says what was done. */
export const tell = (message: string) =>
  notifications.show({ message, color: 'green', icon: <IconCheck size="1.2em" />, autoClose: 5000 });

/** Says what was refused, where no better place for it is in sight. */
export const tellRefusal = (error: unknown) =>
  notifications.show({
    title: isRefusal(error) ? error.problem.title : 'That did not work',
    message: isRefusal(error) ? error.problem.detail : 'Nothing was changed. Try again.',
    color: 'red',
    icon: <IconAlertCircle size="1.2em" />,
    autoClose: 10_000,
  });
