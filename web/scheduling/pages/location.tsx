import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Location } from '@smooth/contract/scheduling/locations.ts';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useSpeech, type SpeechOf } from '../../words/use-speech.tsx';
import { changedFields, changedLabels } from '../../app/changed-fields.ts';
import { fieldErrors } from '../../app/refusal.ts';
import { ZoneSelect } from '../../app/zone-select.tsx';
import { bound } from '../../ui/bound.ts';
import { Editable } from '../../ui/group.tsx';
import { LeaveGuard } from '../../ui/leave-guard.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Fields, Page, Section, Stack } from '../../ui/page.tsx';
import { SaveBar } from '../../ui/save-bar.tsx';
import { FormSkeleton } from '../../ui/skeletons.tsx';
import { StaleAlert, useNewer } from '../../ui/stale.tsx';
import { NotFound } from '../../ui/states.tsx';
import { tell } from '../../ui/tell.tsx';
import { locationsQuery, useChangeLocation } from '../api/resources.ts';
import { WeekEditor } from '../components/week-editor.tsx';
import { weekProblem } from '../week.ts';

/** A place with its opening hours. */
export function LocationPage() {
  const { text } = useSpeech('scheduling');
  const { id } = useParams({ from: '/shell/locations/$id' });
  const locations = useQuery(locationsQuery);
  const location = locations.data?.find((one) => one.id === id);
  return (
    <Page title={location?.name ?? text('location')} about={text('location_about')} narrow>
      <Loaded query={locations} skeleton={<FormSkeleton fields={7} />}>
        {() => (location ? <Edit key={id} location={location} /> : <NotFound />)}
      </Loaded>
    </Page>
  );
}

const formOf = ({ name, address, time_zone, weekly_hours }: Location) => ({
  name,
  address: address ?? '',
  time_zone,
  weekly_hours,
});
type LocationForm = ReturnType<typeof formOf>;
const labelsIn = ({ text }: SpeechOf<'scheduling'>) => ({
  name: text('name'),
  address: text('address'),
  time_zone: text('time_zone'),
  weekly_hours: text('opening_hours'),
});

function missing({ name, weekly_hours }: LocationForm, speech: SpeechOf<'scheduling'>) {
  const hours = weekProblem(weekly_hours, speech);
  return {
    ...(name.trim() ? {} : { name: speech.text('name_missing') }),
    ...(hours ? { weekly_hours: hours } : {}),
  };
}

function Edit({ location }: { location: Location }) {
  const speech = useSpeech('scheduling');
  const { text } = speech;
  const [base, setBase] = useState(location);
  const { newer, revision, watch, forget } = useNewer(base);
  const change = useChangeLocation(location.id);
  const navigate = useNavigate();
  const form = useForm<LocationForm>({ initialValues: formOf(base), validate: (values) => missing(values, speech) });
  const take = (state: Location) => {
    setBase(state);
    forget();
    change.reset();
    form.setInitialValues(formOf(state));
    form.setValues(formOf(state));
  };
  const submit = form.onSubmit((values) =>
    change.mutate(
      { revision, ...changedFields(formOf(base), values) },
      {
        onSuccess: (saved) => {
          tell(text('saved', { name: saved.name }));
          take(saved);
        },
        onError: (error) => {
          watch(error);
          form.setErrors(fieldErrors(error));
        },
      },
    ),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Editable when={location.can.edit}>
        <Stack>
          <Section title={text('place')}>
            <Fields>
              <TextInput label={text('name')} required {...form.getInputProps('name')} />
              <ZoneSelect label={text('time_zone')} {...bound(form.getInputProps('time_zone'))} />
            </Fields>
            <TextInput label={text('address')} {...form.getInputProps('address')} />
          </Section>
          <Section title={text('opening_hours')} about={text('overnight')}>
            <WeekEditor noun="hours" none={text('closed')} {...bound(form.getInputProps('weekly_hours'))} />
          </Section>
        </Stack>
      </Editable>
      {newer ? (
        <StaleAlert changed={changedLabels(formOf(base), formOf(newer), labelsIn(speech))} onTake={() => take(newer)} />
      ) : null}
      {location.can.edit ? (
        <SaveBar
          label={text('save_location')}
          isSaving={change.isPending}
          isDirty={form.isDirty()}
          error={change.error}
          onDiscard={() => (form.isDirty() ? form.reset() : void navigate({ to: '/resources' }))}
        />
      ) : null}
      <LeaveGuard isDirty={form.isDirty() && !change.isPending} />
    </form>
  );
}
