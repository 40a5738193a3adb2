import { NumberInput, SegmentedControl, Select, Switch, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { useSpeech } from '../../words/use-speech.tsx';
import { fieldErrors } from '../../app/refusal.ts';
import { staffQuery } from '../../identity/staff-api.ts';
import { bound } from '../../ui/bound.ts';
import { ColorChoice } from '../../ui/color-choice.tsx';
import { Editable } from '../../ui/group.tsx';
import { LeaveGuard } from '../../ui/leave-guard.tsx';
import { Fields, Section, Stack } from '../../ui/page.tsx';
import { SaveBar } from '../../ui/save-bar.tsx';
import { locationsQuery } from '../api/resources.ts';
import { missing, type ResourceForm } from '../resource-form.ts';
import { firstBreak } from '../week.ts';
import { TypeSelect } from './type-select.tsx';
import { WeekEditor } from './week-editor.tsx';

interface ResourceEditor {
  initial: ResourceForm;
  verb: string;
  isNew?: boolean;
  readOnly?: boolean;
  isSaving: boolean;
  error: unknown;
  notice?: ReactNode;
  extra?: ReactNode;
  onSave: (values: ResourceForm) => void;
}

export function ResourceEditor({
  initial,
  verb,
  isNew,
  readOnly,
  isSaving,
  error,
  notice,
  extra,
  onSave,
}: ResourceEditor) {
  const speech = useSpeech('scheduling');
  const form = useForm<ResourceForm>({ initialValues: initial, validate: (values) => missing(values, speech) });
  const navigate = useNavigate();
  const { setErrors } = form;
  useEffect(() => {
    const found = fieldErrors(error);
    if (Object.keys(found).length > 0) setErrors(found);
  }, [error, setErrors]);
  const isDirty = form.isDirty();
  const isStaff = form.values.type === 'staff';
  return (
    <form onSubmit={form.onSubmit(onSave)} noValidate>
      <Editable when={!readOnly}>
        <Stack>
          <BasicsSection form={form} isStaff={isStaff} />
          <HoursSection form={form} />
        </Stack>
      </Editable>
      {notice}
      {readOnly ? null : (
        <SaveBar
          label={verb}
          isSaving={isSaving}
          isDirty={isDirty || isNew === true}
          error={error}
          onDiscard={() =>
            isDirty && !isNew ? form.reset() : void navigate({ to: '/resources', ignoreBlocker: true })
          }
        >
          {extra}
        </SaveBar>
      )}
      <LeaveGuard isDirty={isDirty && !isSaving} />
    </form>
  );
}

type Part = { form: UseFormReturnType<ResourceForm> };

function BasicsSection({ form, isStaff }: Part & { isStaff: boolean }) {
  const { text } = useSpeech('scheduling');
  const { data: locations = [] } = useQuery(locationsQuery);
  const { data: staff = [] } = useQuery(staffQuery);
  return (
    <Section title={text('basics')}>
      <TextInput label={text('name')} required maxLength={120} {...form.getInputProps('name')} />
      <Fields>
        <TypeSelect {...form.getInputProps('type')} />
        <NumberInput
          label={text('capacity')}
          description={text('capacity_about')}
          min={1}
          max={1000}
          {...form.getInputProps('capacity')}
        />
        <ColorChoice label={text('color')} {...bound(form.getInputProps('color'))} />
      </Fields>
      <Fields>
        {locations.length > 1 ? (
          <Select
            label={text('location')}
            allowDeselect={false}
            data={locations.map(({ id, name }) => ({ value: id, label: name }))}
            {...form.getInputProps('location_id')}
          />
        ) : null}
        {isStaff && staff.length > 0 ? (
          <Select
            label={text('signs_in_as')}
            placeholder={text('nobody')}
            description={text('signs_in_as_about')}
            clearable
            data={staff.map(({ id, name, email }) => ({ value: id, label: `${name}, ${email}` }))}
            {...form.getInputProps('user_id')}
          />
        ) : null}
      </Fields>
      <Switch
        label={text('active')}
        description={text('can_be_booked')}
        {...form.getInputProps('is_active', { type: 'checkbox' })}
      />
    </Section>
  );
}

function HoursSection({ form }: Part) {
  const { text } = useSpeech('scheduling');
  return (
    <Section title={text('weekly_hours')} about={text('overnight')}>
      <SegmentedControl
        aria-label={text('whose_hours')}
        data={[
          { value: 'place', label: text('hours_of_location') },
          { value: 'own', label: text('own_hours') },
        ]}
        value={form.values.has_own_hours ? 'own' : 'place'}
        onChange={(way) => form.setFieldValue('has_own_hours', way === 'own')}
      />
      {form.values.has_own_hours ? (
        <WeekEditor noun="hours" none={text('not_working')} {...bound(form.getInputProps('weekly_hours'))} />
      ) : null}
      {form.errors['weekly_hours'] ? <p role="alert">{form.errors['weekly_hours']}</p> : null}
      <h3>{text('breaks')}</h3>
      <WeekEditor
        noun="break"
        none={text('no_break')}
        first={firstBreak}
        {...bound(form.getInputProps('weekly_breaks'))}
      />
    </Section>
  );
}
