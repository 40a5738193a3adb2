import { Button, NumberInput, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ClassSession } from '@smooth/contract/scheduling/classes.ts';
import { useSpeech } from '../../words/use-speech.tsx';
import { fieldErrors, isRefusal } from '../../app/refusal.ts';
import { Buttons, Stack } from '../../ui/page.tsx';
import { tell } from '../../ui/tell.tsx';
import { useChangeClass } from '../api/classes.ts';
import { Notice } from '../../ui/notice.tsx';

/** Seats and notes of a class. */
export function ClassEditor({ session }: { session: ClassSession }) {
  const { text, count } = useSpeech('scheduling');
  const change = useChangeClass(session.id);
  const form = useForm({
    initialValues: { seats: session.seats, notes: session.notes },
    validate: {
      seats: (seats) =>
        seats >= Math.max(1, session.seats_taken) ? null : count('seats_taken_already', session.seats_taken),
    },
  });
  const submit = form.onSubmit((values) =>
    change.mutate(
      { revision: session.revision, ...values },
      {
        onSuccess: () => {
          form.resetDirty();
          tell(text('class_saved'));
        },
        onError: (error) => form.setErrors(fieldErrors(error)),
      },
    ),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <NumberInput label={text('seats')} min={1} max={1000} {...form.getInputProps('seats')} />
        <Textarea
          label={text('notes')}
          description={text('for_team')}
          autosize
          minRows={2}
          maxLength={5000}
          {...form.getInputProps('notes')}
        />
        {isRefusal(change.error) ? (
          <Notice tone="amber" title={change.error.problem.title}>
            {change.error.code === 'stale_revision'
              ? text('class_stale', { seats: session.seats, taken: session.seats_taken })
              : change.error.problem.detail}
          </Notice>
        ) : null}
        {form.isDirty() ? (
          <Buttons>
            <Button type="submit" size="xs" loading={change.isPending}>
              {text('save_class')}
            </Button>
            <Button size="xs" variant="default" onClick={() => form.reset()}>
              {text('discard')}
            </Button>
          </Buttons>
        ) : null}
      </Stack>
    </form>
  );
}
