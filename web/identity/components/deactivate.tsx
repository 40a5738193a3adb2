import { Anchor, Button, Modal } from '@mantine/core';
import type { StaffMember } from '@smooth/contract/identity/staff.ts';
import { useFormat } from '../../app/format-context.tsx';
import { Ask } from '../../ui/ask.tsx';
import { Buttons, Stack } from '../../ui/page.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import classes from './deactivate.module.css';
import { useDeactivate } from '../team-api.ts';

/** Switches an account off, and shows what lies ahead for somebody else to take. */
export function Deactivate({ person, onClose }: { person: StaffMember; onClose: () => void }) {
  const { text, count } = useSpeech('identity');
  const format = useFormat();
  const deactivate = useDeactivate();
  const { name, id } = person;
  if (!deactivate.data)
    return (
      <Ask
        title={text('deactivate_title', { name })}
        verb={text('deactivate')}
        isPending={deactivate.isPending}
        error={deactivate.error}
        onConfirm={() => deactivate.mutate(id)}
        onClose={onClose}
      >
        {text('deactivate_text')}
      </Ask>
    );
  const { appointments } = deactivate.data;
  return (
    <Modal opened onClose={onClose} title={text('deactivated', { name })} centered>
      <Stack>
        <p>{count('appointments_ahead', appointments.length)}</p>
        <ul className={classes.ahead}>
          {appointments.map(({ id: appointment, start, service_name, customer_name }) => (
            <li key={appointment}>
              <Anchor href={`/appointments/${appointment}`}>{format.dateTime(start)}</Anchor>{' '}
              {[service_name, customer_name].filter(Boolean).join(', ')}
            </li>
          ))}
        </ul>
        <Buttons>
          <Button onClick={onClose}>{text('done')}</Button>
        </Buttons>
      </Stack>
    </Modal>
  );
}
