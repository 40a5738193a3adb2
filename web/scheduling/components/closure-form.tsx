import { Button, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSpeech } from '../../words/use-speech.tsx';
import { useFormat } from '../../app/format-context.tsx';
import { fieldErrors, isRefusal } from '../../app/refusal.ts';
import { Editable } from '../../ui/group.tsx';
import { Stack } from '../../ui/page.tsx';
import { locationsQuery } from '../api/resources.ts';
import { type Span, spanBounds, spanProblem } from '../span.ts';
import { SpanFields } from './span-fields.tsx';
import { Notice } from '../../ui/notice.tsx';

interface ClosureForm {
  initial: { name: string; locationId: string | null; span: Span };
  verb: string;
  readOnly?: boolean;
  isSaving: boolean;
  error: unknown;
  onSave: (body: { name: string; location_id: string | null; start: string; end: string }) => void;
}

export function ClosureForm({ initial, verb, readOnly, isSaving, error, onSave }: ClosureForm) {
  const speech = useSpeech('scheduling');
  const { text } = speech;
  const { zone } = useFormat();
  const { data: locations = [] } = useQuery(locationsQuery);
  const [name, setName] = useState(initial.name);
  const [locationId, setLocationId] = useState(initial.locationId);
  const [span, setSpan] = useState(initial.span);
  const [tried, setTried] = useState(false);
  const errors = fieldErrors(error);
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    setTried(true);
    const bounds = spanBounds(span, zone);
    if (name.trim() && bounds) onSave({ name: name.trim(), location_id: locationId, ...bounds });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Editable when={!readOnly}>
        <Stack>
          <TextInput
            label={text('name')}
            placeholder={text('closure_example')}
            required
            maxLength={120}
            error={errors['name'] ?? (tried && !name.trim() ? text('name_missing') : undefined)}
            value={name}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
          {locations.length > 1 ? (
            <Select
              label={text('where')}
              placeholder={text('whole_business')}
              clearable
              data={locations.map((location) => ({ value: location.id, label: location.name }))}
              value={locationId}
              onChange={setLocationId}
            />
          ) : null}
          <SpanFields value={span} error={errors['end'] ?? spanProblem(span, speech)} onChange={setSpan} />
          {isRefusal(error) && error.code !== 'stale_revision' && Object.keys(errors).length === 0 ? (
            <Notice tone="red" title={error.problem.title}>
              {error.problem.detail}
            </Notice>
          ) : null}
          {readOnly ? null : (
            <Button type="submit" loading={isSaving}>
              {verb}
            </Button>
          )}
        </Stack>
      </Editable>
    </form>
  );
}
