import { Anchor, Button, NumberInput, Select, Textarea } from '@mantine/core';
import type { Appointment } from '@smooth/contract/scheduling/appointments.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useSpeech } from '../../words/use-speech.tsx';
import { useFormat } from '../../app/format-context.tsx';
import { isRefusal } from '../../app/refusal.ts';
import { customerQuery } from '../../customers/api.ts';
import { CustomerPicker, noCustomer } from '../../customers/components/customer-picker.tsx';
import { useMay } from '../../identity/api.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Stack } from '../../ui/page.tsx';
import { FormSkeleton } from '../../ui/skeletons.tsx';
import { type Draft, emptyDraft } from '../new-appointment.ts';
import { useDraft } from '../use-draft.ts';
import { BookingRefusal } from './booking-refusal.tsx';
import { Overlap } from './overlap.tsx';
import { ResourceChoice } from './resource-choice.tsx';
import { TimePicker } from './time-picker.tsx';

interface NewAppointment {
  firstDay: string;
  customerId?: string | undefined;
  serviceId?: string | undefined;
  onDone: (made: Appointment) => void;
}

export function NewAppointment({ customerId, serviceId, ...rest }: NewAppointment) {
  const known = useQuery({ ...customerQuery(customerId ?? ''), enabled: customerId !== undefined });
  const draft = emptyDraft(serviceId);
  if (!customerId) return <Form {...rest} first={{ ...draft, customer: noCustomer }} />;
  return (
    <Loaded query={known} skeleton={<FormSkeleton />}>
      {({ id, name, email, phone }) => (
        <Form {...rest} first={{ ...draft, customer: { id, name, email: email ?? '', phone: phone ?? '' } }} />
      )}
    </Loaded>
  );
}

interface Form {
  first: Draft;
  firstDay: string;
  onDone: (made: Appointment) => void;
}

/** Service, customer, time. A refusal stands where the time is chosen and loses nothing that was typed. */
function Form({ first, firstDay, onDone }: Form) {
  const { text } = useSpeech('scheduling');
  const { dateTime } = useFormat();
  const booking = useDraft(first, onDone);
  const { draft, errors, service, services, set } = booking;
  return (
    <form onSubmit={booking.submit} noValidate>
      <Stack>
        <Select
          label={text('service')}
          placeholder={text('service_missing')}
          searchable
          data={services.filter(({ is_active }) => is_active).map(({ id, name }) => ({ value: id, label: name }))}
          error={errors['service_id']}
          value={draft.serviceId}
          onChange={(serviceId) => booking.choose({ serviceId, resourceId: undefined, party: 1 })}
        />
        <CustomerPicker value={draft.customer} errors={errors} onChange={(customer) => set({ customer })} />
        {service?.kind === 'class' ? (
          <NumberInput
            label={text('people_label')}
            min={1}
            max={service.capacity}
            value={draft.party}
            onChange={(count) => set({ party: Number(count) || 1 })}
          />
        ) : null}
        {draft.serviceId ? <TimeStep booking={booking} firstDay={firstDay} /> : null}
        <Textarea
          label={text('notes')}
          description={text('for_team')}
          autosize
          minRows={2}
          maxLength={5000}
          value={draft.notes}
          onChange={({ currentTarget }) => set({ notes: currentTarget.value })}
        />
        <Button type="submit" loading={booking.isBooking}>
          {service && draft.picked
            ? text('book_for', { service: service.name, when: dateTime(draft.picked.start) })
            : text('book_appointment')}
        </Button>
      </Stack>
    </form>
  );
}

function TimeStep({ booking, firstDay }: { booking: ReturnType<typeof useDraft>; firstDay: string }) {
  const { text } = useSpeech('scheduling');
  const may = useMay();
  const { draft, errors, question, service, timeError, choose } = booking;
  return (
    <>
      <ResourceChoice
        serviceId={question.serviceId}
        placeholder={text('anyone_free')}
        value={draft.resourceId}
        onChange={(resourceId) => choose({ resourceId })}
      />
      <TimePicker
        key={question.serviceId}
        question={question}
        firstDay={firstDay}
        error={errors['start']}
        value={draft.picked}
        onChange={(picked) => choose({ picked })}
      />
      {service?.kind === 'class' && may('class.create') ? (
        <Anchor component={Link} to="/appointments/class" search={{ of: service.id, day: firstDay } as never}>
          {text('schedule_another', { service: service.name })}
        </Anchor>
      ) : null}
      <BookingRefusal
        error={timeError}
        question={question}
        start={draft.picked?.start}
        onPick={(start) => choose({ picked: { start, isOffered: true } })}
      />
      <Overlap
        question={question}
        picked={draft.picked}
        refused={isRefusal(timeError, 'slot_unavailable', 'closed')}
        value={draft.overlap}
        error={errors['overlap_reason']}
        onChange={(overlap) => booking.set({ overlap })}
      />
    </>
  );
}
