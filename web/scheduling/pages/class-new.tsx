import { Button, NumberInput, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useSpeech } from '../../words/use-speech.tsx';
import { useFormat, useToday } from '../../app/format-context.tsx';
import { Stack } from '../../ui/page.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { tell } from '../../ui/tell.tsx';
import { useCreateClass } from '../api/classes.ts';
import { servicesQuery } from '../api/services.ts';
import { AnyTime } from '../components/any-time.tsx';
import { BookingRefusal } from '../components/booking-refusal.tsx';
import { ResourceChoice } from '../components/resource-choice.tsx';
import type { Picked } from '../picked.ts';

/** Puts a class on the calendar; customers then book its seats. */
export function NewClassPanel() {
  const { text } = useSpeech('scheduling');
  const search = useSearch({ from: '/shell/appointments/class' });
  const navigate = useNavigate();
  return (
    <SidePanel title={text('schedule_class_title')} onClose={() => void navigate({ to: '/appointments', search })}>
      <ClassForm serviceId={search.of} firstDay={search.day} />
    </SidePanel>
  );
}

function ClassForm({ serviceId: first, firstDay }: { serviceId: string | undefined; firstDay: string | undefined }) {
  const { text } = useSpeech('scheduling');
  const format = useFormat();
  const today = useToday();
  const navigate = useNavigate();
  const { data: services = [] } = useQuery(servicesQuery);
  const [serviceId, setServiceId] = useState<string | null>(first ?? null);
  const [seats, setSeats] = useState<number>();
  const [resourceId, setResourceId] = useState<string>();
  const [day, setDay] = useState(firstDay ?? today);
  const [picked, setPicked] = useState<Picked | null>(null);
  const create = useCreateClass();
  const classes = services.filter(({ kind, is_active }) => kind === 'class' && is_active);
  const service = classes.find(({ id }) => id === serviceId);
  const pick = (next: Picked | null) => {
    setPicked(next);
    create.reset();
  };
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    if (!service || !picked) return;
    create.mutate(
      {
        service_id: service.id,
        start: picked.start,
        ...(seats ? { seats } : {}),
        ...(resourceId ? { resource_ids: [resourceId] } : {}),
      },
      {
        onSuccess: (made) => {
          tell(text('scheduled_for', { service: made.service.name, when: format.dateTime(made.start) }));
          void navigate({ to: '/today', search: { day: format.dateOf(made.start), class: made.id } });
        },
      },
    );
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Select
          label={text('class')}
          placeholder={text('choose_class')}
          data={classes.map(({ id, name }) => ({ value: id, label: name }))}
          value={serviceId}
          onChange={setServiceId}
        />
        {service ? (
          <>
            <NumberInput
              label={text('seats')}
              min={1}
              max={1000}
              value={seats ?? service.capacity}
              onChange={(count) => setSeats(Number(count))}
            />
            <ResourceChoice
              serviceId={service.id}
              placeholder={text('whoever_is_free')}
              value={resourceId}
              onChange={setResourceId}
            />
            <AnyTime
              question={{ serviceId: service.id, resourceId }}
              day={day}
              onDay={setDay}
              value={picked}
              onChange={pick}
              isClass
            />
          </>
        ) : null}
        <BookingRefusal
          error={create.error}
          question={{ serviceId: serviceId ?? '', resourceId }}
          start={picked?.start}
          onPick={(start) => pick({ start, isOffered: true })}
        />
        <Button type="submit" disabled={!service || !picked} loading={create.isPending}>
          {service && picked ? text('schedule_for', { when: format.dateTime(picked.start) }) : text('schedule_class')}
        </Button>
      </Stack>
    </form>
  );
}
