import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Location } from '@smooth/contract/scheduling/locations.ts';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
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
  const { id } = useParams({ from: '/shell/locations/$id' });
  const locations = useQuery(locationsQuery);
  const location = locations.data?.find((one) => one.id === id);
  return (
    <Page title={location?.name ?? 'Location'} about="Resources without hours of their own follow these." narrow>
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
const labels = { name: 'Name', address: 'Address', time_zone: 'Time zone', weekly_hours: 'Opening hours' };

const missing = ({ name, weekly_hours }: LocationForm) => {
  const hours = weekProblem(weekly_hours);
  return { ...(name.trim() ? {} : { name: 'Write a name' }), ...(hours ? { weekly_hours: hours } : {}) };
};

function Edit({ location }: { location: Location }) {
  const [base, setBase] = useState(location);
  const { newer, revision, watch, forget } = useNewer(base);
  const change = useChangeLocation(location.id);
  const navigate = useNavigate();
  const form = useForm<LocationForm>({ initialValues: formOf(base), validate: missing });
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
          tell(`${saved.name} saved`);
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
          <Section title="Place">
            <Fields>
              <TextInput label="Name" required {...form.getInputProps('name')} />
              <ZoneSelect label="Time zone" {...bound(form.getInputProps('time_zone'))} />
            </Fields>
            <TextInput label="Address" {...form.getInputProps('address')} />
          </Section>
          <Section title="Opening hours" about="An end before the start lies on the next day.">
            <WeekEditor noun="hours" none="Closed" {...bound(form.getInputProps('weekly_hours'))} />
          </Section>
        </Stack>
      </Editable>
      {newer ? (
        <StaleAlert changed={changedLabels(formOf(base), formOf(newer), labels)} onTake={() => take(newer)} />
      ) : null}
      {location.can.edit ? (
        <SaveBar
          label="Save location"
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
