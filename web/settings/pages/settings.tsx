import { useForm } from '@mantine/form';
import type { Business } from '@smooth/contract/tenancy/business.ts';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useSpeech } from '../../words/use-speech.tsx';
import { changedLabels } from '../../app/changed-fields.ts';
import { fieldErrors } from '../../app/refusal.ts';
import { useBusiness, useMay } from '../../identity/api.ts';
import { LeaveGuard } from '../../ui/leave-guard.tsx';
import { Page, Stack } from '../../ui/page.tsx';
import { SaveBar } from '../../ui/save-bar.tsx';
import { StaleAlert, useNewer } from '../../ui/stale.tsx';
import { NotAllowed } from '../../ui/states.tsx';
import { tell } from '../../ui/tell.tsx';
import { useChangeBusiness } from '../api.ts';
import { type BusinessForm, changesOf, fieldOf, formOf, labelsIn, missing } from '../business-form.ts';
import { BrandingSection, ContactSection, RegionSection } from '../components/business-sections.tsx';
import { ExportSection } from '../components/export-section.tsx';
import { BookingRulesSection, HoursSection } from '../components/rules-sections.tsx';

/** What the business says of itself, and the way to its hours and rules. */
export function SettingsPage() {
  const { text } = useSpeech('settings');
  const may = useMay();
  const business = useBusiness();
  return (
    <Page title={text('settings')} narrow>
      {may('business.edit') ? <Edit business={business} /> : <NotAllowed />}
      {may('business.export') ? <ExportSection /> : null}
    </Page>
  );
}

/** The form is filled once; later answers of the server never replace what is typed. */
function Edit({ business }: { business: Business }) {
  const speech = useSpeech('settings');
  const { text } = speech;
  const [base, setBase] = useState(business);
  const { newer, revision, watch, forget } = useNewer(base);
  const change = useChangeBusiness();
  const navigate = useNavigate();
  const form = useForm<BusinessForm>({ initialValues: formOf(base), validate: (values) => missing(values, speech) });
  const take = (state: Business) => {
    setBase(state);
    forget();
    change.reset();
    form.setInitialValues(formOf(state));
    form.setValues(formOf(state));
  };
  const submit = form.onSubmit((values) =>
    change.mutate(
      { revision, ...changesOf(formOf(base), values) },
      {
        onSuccess: (saved) => {
          tell(text('saved'));
          take(saved);
        },
        onError: (error) => {
          watch(error);
          const found = Object.entries(fieldErrors(error)).map(([path, detail]) => [fieldOf(path), detail]);
          form.setErrors(Object.fromEntries(found));
        },
      },
    ),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <ContactSection form={form} />
        <RegionSection form={form} base={formOf(base)} />
        <BrandingSection form={form} />
        <HoursSection />
        <BookingRulesSection />
      </Stack>
      {newer ? (
        <StaleAlert changed={changedLabels(formOf(base), formOf(newer), labelsIn(speech))} onTake={() => take(newer)} />
      ) : null}
      <SaveBar
        label={text('save')}
        isSaving={change.isPending}
        isDirty={form.isDirty()}
        error={change.error}
        onDiscard={() => (form.isDirty() ? form.reset() : void navigate({ to: '/' }))}
      />
      <LeaveGuard isDirty={form.isDirty() && !change.isPending} />
    </form>
  );
}
