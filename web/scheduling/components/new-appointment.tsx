import { Button, NumberInput, Select, Textarea } from '@mantine/core';
import type { Appointment } from '@smooth/contract/scheduling/appointments.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { fieldErrors, isRefusal } from '../../app/refusal.ts';
import { useFormat } from '../../app/format-context.tsx';
import { customerQuery } from '../../customers/api.ts';
import { type CustomerChoice, CustomerPicker, noCustomer } from '../../customers/components/customer-picker.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Stack } from '../../ui/page.tsx';
import { FormSkeleton } from '../../ui/skeletons.tsx';
import { useBook } from '../api/appointments.ts';
import { servicesQuery } from '../api/services.ts';
import { bookingBody, missing } from '../new-appointment.ts';
import { BookingRefusal } from './booking-refusal.tsx';
import { noOverlap, Overlap } from './overlap.tsx';
import { ResourceChoice } from './resource-choice.tsx';
import { type Picked, TimePicker } from './time-picker.tsx';

interface NewAppointment {
  firstDay: string;
  customerId?: string | undefined;
  onDone: (made: Appointment) => void;
}

export function NewAppointment({ customerId, ...rest }: NewAppointment) {
  const known = useQuery({ ...customerQuery(customerId ?? ''), enabled: customerId !== undefined });
  if (!customerId) return <Form {...rest} customer={noCustomer} />;
  return (
    <Loaded query={known} skeleton={<FormSkeleton />}>
      {({ id, name, email, phone }) => (
        <Form {...rest} customer={{ id, name, email: email ?? '', phone: phone ?? '' }} />
      )}
    </Loaded>
  );
}

/** Service, customer, time. A refusal stands where the time is chosen and loses nothing that was typed. */
function Form({
  firstDay,
  customer: first,
  onDone,
}: Omit<NewAppointment, 'customerId'> & { customer: CustomerChoice }) {
  const { dateTime } = useFormat();
  const [serviceId, setServiceId] = useState<string | null>(null);
  const [customer, setCustomer] = useState(first);
  const [resourceId, setResourceId] = useState<string>();
  const [party, setParty] = useState(1);
  const [picked, setPicked] = useState<Picked | null>(null);
  const [overlap, setOverlap] = useState(noOverlap);
  const [notes, setNotes] = useState('');
  const [tried, setTried] = useState(false);
  const { data: services = [] } = useQuery(servicesQuery);
  const service = services.find(({ id }) => id === serviceId);
  const book = useBook();
  const draft = { serviceId, customer, resourceId, party, picked, overlap, notes };
  const lacks = tried ? missing(draft) : {};
  const errors = { ...fieldErrors(book.error), ...lacks };
  const question = { serviceId: serviceId ?? '', resourceId };
  const pick = (next: Picked | null) => {
    setPicked(next);
    setOverlap(noOverlap);
    book.reset();
  };
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    setTried(true);
    const body = bookingBody(draft);
    if (body && Object.keys(missing(draft)).length === 0) book.mutate(body, { onSuccess: onDone });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Select
          label="Service"
          placeholder="Choose a service"
          searchable
          data={services.filter(({ is_active }) => is_active).map(({ id, name }) => ({ value: id, label: name }))}
          error={errors['service_id']}
          value={serviceId}
          onChange={(id) => {
            setServiceId(id);
            setResourceId(undefined);
            pick(null);
          }}
        />
        <CustomerPicker value={customer} errors={errors} onChange={setCustomer} />
        {service?.kind === 'class' ? (
          <NumberInput
            label="People"
            min={1}
            max={service.capacity}
            value={party}
            onChange={(count) => setParty(Number(count) || 1)}
          />
        ) : null}
        {serviceId ? (
          <>
            <ResourceChoice
              serviceId={serviceId}
              placeholder="Anyone who is free"
              value={resourceId}
              onChange={(id) => {
                setResourceId(id);
                pick(null);
              }}
            />
            <TimePicker key={serviceId} question={question} firstDay={firstDay} value={picked} onChange={pick} />
            <BookingRefusal
              error={book.error && Object.keys(fieldErrors(book.error)).length === 0 ? book.error : null}
              question={question}
              start={picked?.start}
              onPick={(start) => pick({ start, isOffered: true })}
            />
            <Overlap
              question={question}
              picked={picked}
              refused={isRefusal(book.error, 'slot_unavailable', 'closed')}
              value={overlap}
              error={
                errors['overlap_reason'] ??
                (isRefusal(book.error, 'overlap_reason_missing') ? book.error.message : undefined)
              }
              onChange={setOverlap}
            />
          </>
        ) : null}
        <Textarea
          label="Notes"
          description="For the team"
          autosize
          minRows={2}
          maxLength={5000}
          value={notes}
          onChange={({ currentTarget }) => setNotes(currentTarget.value)}
        />
        {errors['start'] ? <p role="alert">{errors['start']}</p> : null}
        <Button type="submit" loading={book.isPending}>
          {service && picked ? `Book ${service.name} for ${dateTime(picked.start)}` : 'Book appointment'}
        </Button>
      </Stack>
    </form>
  );
}
