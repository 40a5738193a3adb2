import { Button, Modal, NumberInput, Select, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { GRANT_MINUTES } from '@smooth/contract/identity/permissions.ts';
import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../../app/format-context.tsx';
import { fieldErrors, isRefusal } from '../../app/refusal.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Buttons, Stack } from '../../ui/page.tsx';
import { FormSkeleton } from '../../ui/skeletons.tsx';
import { tell } from '../../ui/tell.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import { bySubject, useActionWords } from '../action-words.ts';
import { granteesQuery, permissionsQuery, useGive, type Where } from '../api.ts';

interface GiveDialog {
  where: Where;
  onClose: () => void;
}

/** Asks to whom, what, why and for how long. */
export function GiveDialog({ where, onClose }: GiveDialog) {
  const { text } = useSpeech('permissions');
  const people = useQuery(granteesQuery(where));
  return (
    <Modal opened onClose={onClose} title={text('give_title')} centered>
      <Loaded query={people} skeleton={<FormSkeleton fields={4} />}>
        {(found) =>
          found.length > 0 ? (
            <GiveForm where={where} people={found} onClose={onClose} />
          ) : (
            <p className="soft">{text('nobody_to_give')}</p>
          )
        }
      </Loaded>
    </Modal>
  );
}

const MOST_MINUTES = 1440;

function GiveForm({ where, people, onClose }: GiveDialog & { people: { id: string; name: string }[] }) {
  const { text } = useSpeech('permissions');
  const format = useFormat();
  const give = useGive(where);
  const form = useForm({
    initialValues: { grantee_id: '', action: '', reason: '', minutes: GRANT_MINUTES as number | string },
    validate: {
      grantee_id: (value) => (value ? null : text('choose_person')),
      action: (value) => (value ? null : text('choose_permission')),
      reason: (value) => (value.trim().length >= 3 ? null : text('reason_missing')),
      minutes: (value) => (Number(value) >= 1 ? null : text('minutes_missing')),
    },
  });
  const submit = form.onSubmit(({ minutes, ...values }) =>
    give.mutate(
      { ...values, minutes: Number(minutes) },
      {
        onSuccess: ({ grantee, expires_at }) => {
          tell(text('granted', { name: grantee.name, when: format.time(expires_at) }));
          onClose();
        },
        onError: (error) => form.setErrors(fieldErrors(error)),
      },
    ),
  );
  const isElsewhere = give.error && !(isRefusal(give.error) && give.error.problem.errors?.length);
  const person = people.find(({ id }) => id === form.values.grantee_id);
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <p className="soft">{text('give_text')}</p>
        {isElsewhere ? <Notice tone="red">{give.error.message}</Notice> : null}
        <Select
          label={text('person')}
          placeholder={text('choose_person')}
          data-autofocus
          searchable
          data={people.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps('grantee_id')}
          onChange={(id) => form.setValues({ grantee_id: id ?? '', action: '' })}
        />
        <ActionSelect key={person?.id} where={where} person={person} {...form.getInputProps('action')} />
        <Textarea
          label={text('reason')}
          description={text('reason_about')}
          autosize
          minRows={2}
          maxLength={500}
          {...form.getInputProps('reason')}
        />
        <NumberInput
          label={text('minutes')}
          description={text('minutes_about', { most: format.count(MOST_MINUTES) })}
          min={1}
          max={MOST_MINUTES}
          allowDecimal={false}
          {...form.getInputProps('minutes')}
        />
        <Buttons>
          <Button type="submit" loading={give.isPending}>
            {text('give')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {text('cancel')}
          </Button>
        </Buttons>
      </Stack>
    </form>
  );
}

interface ActionSelect {
  where: Where;
  person: { id: string; name: string } | undefined;
  value?: string;
  onChange?: (action: string | null) => void;
  error?: React.ReactNode;
}

/** What this person could be given by whoever asks. */
function ActionSelect({ where, person, ...field }: ActionSelect) {
  const { text } = useSpeech('permissions');
  const words = useActionWords();
  const { data } = useQuery({ ...permissionsQuery(where, person?.id ?? ''), enabled: person !== undefined });
  const givable = data?.filter(({ can }) => can.give);
  const nothing = person && givable?.length === 0 ? text('nothing_to_give', { name: person.name }) : undefined;
  return (
    <Select
      label={text('permission')}
      description={nothing}
      placeholder={text(person ? 'choose_permission' : 'choose_person_first')}
      disabled={!givable || givable.length === 0}
      searchable
      data={bySubject(givable ?? [], words).map(({ subject, rows }) => ({
        group: subject,
        items: rows.map(({ action }) => ({ value: action, label: words.name(action) })),
      }))}
      {...field}
      value={field.value ?? null}
    />
  );
}
