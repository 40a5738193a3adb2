import { useSpeech } from '../../words/use-speech.tsx';
import { Alert, Button, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core';
import { formatInstant } from '@smooth/engine/instant.ts';
import { useState } from 'react';
import { useTongue } from '../tongue.ts';
import { isRefusal } from '../../app/refusal.ts';
import { CustomerPicker, noCustomer } from '../../customers/components/customer-picker.tsx';
import { Buttons, Stack } from '../../ui/page.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import type { Model } from '../model.ts';
import { type Creation, useCreation } from '../use-creation.ts';
import { useTimes } from '../use-times.ts';
import { whenWords } from '../words.ts';
import { HintLine } from './hint.tsx';
import { TimeFields } from './time-fields.tsx';

interface CreatePanel {
  model: Model;
  make: 'appointment' | 'block';
  row: string | undefined;
  start: number;
  end: number;
  mayBlock: (resourceId: string) => boolean;
  hintFor: Creation['hintFor'];
  onMake: (make: 'appointment' | 'block') => void;
  onDone: Creation['onDone'];
  onClose: () => void;
}

/** What is to happen in the time that was drawn: an appointment for a known or a new customer, or time off. */
export function CreatePanel({ model, make, row, start, end, mayBlock, hintFor, onMake, onDone, onClose }: CreatePanel) {
  const { text } = useSpeech('timeline');
  const times = useTimes(start, end);
  const [resourceId, setResourceId] = useState(row ?? null);
  const canBlock = resourceId === null || mayBlock(resourceId);
  const shared = { model, times, resourceId, hintFor, onDone };
  const people = model.data.resources.filter(({ is_active }) => is_active);
  return (
    <SidePanel title={make === 'block' ? text('block_time') : text('new_appointment')} onClose={onClose}>
      {canBlock ? (
        <SegmentedControl
          fullWidth
          aria-label={text('create_what')}
          data={[
            { value: 'appointment', label: text('create_appointment') },
            { value: 'block', label: text('time_off') },
          ]}
          value={make}
          onChange={(value) => onMake(value)}
        />
      ) : null}
      <Stack>
        <TimeFields times={times} />
        <Select
          label={text('create_with')}
          placeholder={make === 'block' ? text('block_who') : text('create_anyone')}
          searchable
          clearable
          data={people.map(({ id, name }) => ({ value: id, label: name }))}
          value={resourceId}
          onChange={setResourceId}
        />
        {make === 'block' ? <BlockForm {...shared} /> : <AppointmentForm {...shared} />}
      </Stack>
    </SidePanel>
  );
}

type Part = Pick<CreatePanel, 'model' | 'hintFor' | 'onDone'> & {
  times: ReturnType<typeof useTimes>;
  resourceId: string | null;
};

function AppointmentForm({ model, times, resourceId, hintFor, onDone }: Part) {
  const { text } = useSpeech('timeline');
  const format = useTongue();
  const [serviceId, setServiceId] = useState<string | null>(null);
  const [customer, setCustomer] = useState(noCustomer);
  const [notes, setNotes] = useState('');
  const creation = useCreation({ model, times, resourceId, hintFor, onDone });
  const choose = (id: string | null) => {
    setServiceId(id);
    const service = model.services.get(id ?? '');
    if (service) times.lasting(service.duration_minutes);
  };
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    creation.book({ serviceId, customer, notes });
  };
  const hint = creation.hintOf(serviceId);
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <ServiceSelect model={model} value={serviceId} error={creation.errors['service_id']} onChange={choose} />
        <CustomerPicker value={customer} errors={creation.errors} onChange={setCustomer} />
        <Textarea
          label={text('create_notes')}
          autosize
          minRows={1}
          maxLength={5000}
          value={notes}
          onChange={({ currentTarget }) => setNotes(currentTarget.value)}
        />
        <HintLine why={hint} />
        <Refused error={creation.error} hint={hint} />
        <Buttons>
          <Button type="submit" loading={creation.isBusy} disabled={!times.span}>
            {times.span ? text('create_do', { when: whenWords(times.span.start, format) }) : text('new_appointment')}
          </Button>
        </Buttons>
      </Stack>
    </form>
  );
}

interface ServiceSelect {
  model: Model;
  value: string | null;
  error: string | undefined;
  onChange: (id: string | null) => void;
}

/** Classes are scheduled elsewhere. */
function ServiceSelect({ model, value, error, onChange }: ServiceSelect) {
  const { text } = useSpeech('timeline');
  const services = model.data.services.filter(({ kind, is_active }) => kind === 'appointment' && is_active);
  return (
    <Select
      label={text('create_service')}
      placeholder={text('create_service_hint')}
      searchable
      data={services.map(({ id, name }) => ({ value: id, label: name }))}
      error={error}
      value={value}
      onChange={onChange}
    />
  );
}

function BlockForm({ model, times, resourceId, hintFor, onDone }: Part) {
  const { text, count } = useSpeech('timeline');
  const [reason, setReason] = useState('');
  const creation = useCreation({ model, times, resourceId, hintFor, onDone });
  const inside = times.span ? creation.inside(times.span) : 0;
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    creation.block(reason);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput
          label={text('reason')}
          placeholder={text('block_reason_hint')}
          maxLength={500}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        {inside > 0 ? <p className="soft">{count('inside', inside)}</p> : null}
        <Refused error={creation.error} hint={null} />
        <Buttons>
          <Button type="submit" loading={creation.isBusy} disabled={!times.span || !resourceId}>
            {text('block_do')}
          </Button>
        </Buttons>
      </Stack>
    </form>
  );
}

/** What the server says; not twice where the same words stand above it already. */
function Refused({ error, hint }: { error: unknown; hint: string | null }) {
  const { text } = useSpeech('timeline');
  const { dateTime } = useTongue();
  if (!error) return null;
  const [title, detail] = isRefusal(error) ? [error.problem.title, error.problem.detail] : [text('refused'), ''];
  const nearest = isRefusal(error) ? (error.problem.alternatives ?? []) : [];
  return (
    <Alert color="red" title={title} role="alert">
      {detail === hint ? null : detail}
      {nearest.length > 0 ? (
        <p>{nearest.map((start) => dateTime(formatInstant(Date.parse(start)))).join(' · ')}</p>
      ) : null}
    </Alert>
  );
}
