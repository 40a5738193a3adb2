import { Button, NumberInput, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ClassSession } from '@smooth/contract/scheduling/classes.ts';
import { fieldErrors, isRefusal } from '../../app/refusal.ts';
import { Buttons, Stack } from '../../ui/page.tsx';
import { tell } from '../../ui/tell.tsx';
import { useChangeClass } from '../api/classes.ts';
import { Notice } from '../../ui/notice.tsx';

/** Seats and notes of a class. */
export function ClassEditor({ session }: { session: ClassSession }) {
  const change = useChangeClass(session.id);
  const form = useForm({
    initialValues: { seats: session.seats, notes: session.notes },
    validate: {
      seats: (seats) =>
        seats >= Math.max(1, session.seats_taken) ? null : `${session.seats_taken} seats are taken already`,
    },
  });
  const submit = form.onSubmit((values) =>
    change.mutate(
      { revision: session.revision, ...values },
      {
        onSuccess: () => {
          form.resetDirty();
          tell('Class saved');
        },
        onError: (error) => form.setErrors(fieldErrors(error)),
      },
    ),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <NumberInput label="Seats" min={1} max={1000} {...form.getInputProps('seats')} />
        <Textarea
          label="Notes"
          description="For the team"
          autosize
          minRows={2}
          maxLength={5000}
          {...form.getInputProps('notes')}
        />
        {isRefusal(change.error) ? (
          <Notice tone="amber" title={change.error.problem.title}>
            {change.error.code === 'stale_revision'
              ? `It now has ${session.seats} seats, ${session.seats_taken} taken. What you typed is kept; save it again.`
              : change.error.problem.detail}
          </Notice>
        ) : null}
        {form.isDirty() ? (
          <Buttons>
            <Button type="submit" size="xs" loading={change.isPending}>
              Save class
            </Button>
            <Button size="xs" variant="default" onClick={() => form.reset()}>
              Discard
            </Button>
          </Buttons>
        ) : null}
      </Stack>
    </form>
  );
}
