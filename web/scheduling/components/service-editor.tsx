import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { useSpeech } from '../../words/use-speech.tsx';
import { fieldErrors } from '../../app/refusal.ts';
import { Editable } from '../../ui/group.tsx';
import { LeaveGuard } from '../../ui/leave-guard.tsx';
import { Stack } from '../../ui/page.tsx';
import { SaveBar } from '../../ui/save-bar.tsx';
import { resourcesQuery } from '../api/resources.ts';
import { missing, type ServiceForm } from '../service-form.ts';
import { keptTerms } from '../service-terms.ts';
import { BasicsSection, BookingSection, TimeSection } from './service-sections.tsx';
import { QuestionsSection } from './questions-section.tsx';
import { RequiresSection } from './requires-section.tsx';
import { ServicePreview } from './service-preview.tsx';
import { TermsSection } from './terms-section.tsx';

interface ServiceEditor {
  initial: ServiceForm;
  verb: string;
  isNew?: boolean;
  readOnly?: boolean;
  isSaving: boolean;
  error: unknown;
  notice?: ReactNode;
  /** What the saved rules lead to. */
  times?: ReactNode;
  extra?: ReactNode;
  onSave: (values: ServiceForm) => void;
}

/** All of a service in clear sections. */
export function ServiceEditor({
  initial,
  verb,
  isNew,
  readOnly,
  isSaving,
  error,
  notice,
  times,
  extra,
  onSave,
}: ServiceEditor) {
  const speech = useSpeech('scheduling');
  const form = useForm<ServiceForm>({ initialValues: initial, validate: (values) => missing(values, speech) });
  const navigate = useNavigate();
  const { setErrors } = form;
  useEffect(() => {
    const found = fieldErrors(error);
    if (Object.keys(found).length > 0) setErrors(found);
  }, [error, setErrors]);
  const { data: resources } = useQuery(resourcesQuery);
  const settled = (values: ServiceForm) =>
    resources ? { ...values, resource_terms: keptTerms(values, resources) } : values;
  const isDirty = form.isDirty();
  return (
    <form onSubmit={form.onSubmit((values) => onSave(settled(values)))} noValidate>
      <Editable when={!readOnly}>
        <Stack>
          <ServicePreview service={form.values} />
          <BasicsSection form={form} />
          <TimeSection form={form} />
          <RequiresSection form={form} />
          <TermsSection form={form} />
          {times}
          <BookingSection form={form} />
          <QuestionsSection form={form} />
        </Stack>
      </Editable>
      {notice}
      {readOnly ? null : (
        <SaveBar
          label={verb}
          isSaving={isSaving}
          isDirty={isDirty || isNew === true}
          error={error}
          onDiscard={() => void navigate({ to: '/services', ignoreBlocker: true })}
        >
          {extra}
        </SaveBar>
      )}
      <LeaveGuard isDirty={isDirty && !isSaving} />
    </form>
  );
}
