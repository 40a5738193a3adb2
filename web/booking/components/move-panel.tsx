import type { BookedAppointment, BookingService } from '@smooth/contract/booking/booking.ts';
import { useCallback, useMemo, useState } from 'react';
import type { ManageProps } from '../managed.ts';
import { usePage } from '../page-context.ts';
import { useLoaded } from '../use-loaded.ts';
import { useMove } from '../use-move.ts';
import { ownZone } from '../zones.ts';
import { ResourceChoice } from './chosen-service.tsx';
import { LostNotice } from './lost-notice.tsx';
import { FailureNotice, Notice } from './notice.tsx';
import { StepHeading } from './step-heading.tsx';
import { TimePicker } from './time-picker.tsx';

type MoveProps = ManageProps & {
  onMoved: (appointment: BookedAppointment, sentence: string) => void;
  back: () => void;
};

/** Another time for the same appointment, with the same picker as when it was booked. */
export function MovePanel(props: MoveProps) {
  const { token, appointment, onMoved, back } = props;
  const { speech, format } = usePage();
  const { business, time_zone, service } = appointment;
  const choice = useChoice(appointment);
  const booked = useBookedService(service.id);
  const say = (instant: string) => format.moment(instant, time_zone);
  const moving = useMove({
    token,
    resource: choice.resource,
    present: appointment.start,
    onMoved: (moved) => onMoved(moved, speech.text('moved_done', { time: say(moved.start) })),
  });
  return (
    <>
      <StepHeading title={speech.text('move_title')} back={back} />
      <p className="chosen">
        <span>
          <strong>{service.name}</strong>{' '}
          <span className="quiet">{speech.text('move_now', { time: say(appointment.start) })}</span>
        </span>
      </p>
      {service.resource_choice && booked && booked.resources.length > 0 ? (
        <ResourceChoice resources={booked.resources} chosen={choice.resource} onChoose={choice.setResource} />
      ) : null}
      <Refusals appointment={appointment} moving={moving} zone={choice.zone} />
      {choice.start ? (
        <Confirm
          {...{ appointment, moving, start: choice.start, onKeep: back }}
          needsApproval={booked?.needs_approval ?? false}
        />
      ) : null}
      <TimePicker
        {...{ wanted: choice.wanted, day: choice.day, chosen: choice.start, pending: null, ask: moving.ask }}
        lost={moving.lost?.start ?? null}
        {...{ onDay: choice.setDay, onZone: choice.setZone, onPick: choice.setStart }}
        party={appointment.party_size}
        place={{ zone: time_zone, name: business.name }}
      />
    </>
  );
}

/** What is being chosen; another person or zone begins with their own days. */
function useChoice({ service, customer_time_zone }: BookedAppointment) {
  const [{ zone, resource }, setFrame] = useState<{ zone: string; resource: string | null }>(() => ({
    zone: customer_time_zone ?? ownZone(),
    resource: null,
  }));
  const [{ day, start }, setTime] = useState<{ day: string | null; start: string | null }>(nothing);
  const wanted = useMemo(
    () => ({ service_id: service.id, time_zone: zone, ...(resource ? { resource_id: resource } : {}) }),
    [service.id, zone, resource],
  );
  const reframe = (change: { zone?: string; resource?: string | null }) => {
    setFrame({ zone, resource, ...change });
    setTime(nothing);
  };
  return {
    zone,
    resource,
    day,
    start,
    wanted,
    setZone: (zone: string) => reframe({ zone }),
    setResource: (resource: string | null) => reframe({ resource }),
    setDay: useCallback((day: string) => setTime((time) => ({ ...time, day })), []),
    setStart: (start: string) => setTime((time) => ({ ...time, start })),
  };
}

const nothing = { day: null, start: null };

function Refusals(props: { appointment: BookedAppointment; moving: ReturnType<typeof useMove>; zone: string }) {
  const { appointment, moving, zone } = props;
  const { time_zone, business } = appointment;
  return (
    <>
      {moving.lost ? (
        <LostNotice
          key={moving.lost.start}
          {...{ lost: moving.lost, zone, business: { time_zone } }}
          holding={{ choose: moving.move, pending: null }}
        />
      ) : null}
      {moving.failure ? <FailureNotice failure={moving.failure} business={business} isManaged /> : null}
    </>
  );
}

/** The service as it is offered now; absent where it is no longer online. */
function useBookedService(id: string): BookingService | null {
  const { api } = usePage();
  const [services] = useLoaded(useCallback(() => api.services(), [api]));
  return services.state === 'ready' ? (services.value.find((service) => service.id === id) ?? null) : null;
}

function Confirm(props: {
  appointment: BookedAppointment;
  start: string;
  moving: ReturnType<typeof useMove>;
  needsApproval: boolean;
  onKeep: () => void;
}) {
  const { appointment, start, moving, needsApproval, onKeep } = props;
  const { speech, format } = usePage();
  const { business, time_zone } = appointment;
  const [time, old] = [format.moment(start, time_zone), format.moment(appointment.start, time_zone)];
  return (
    <div className="confirm">
      <Notice key={start} kind="info" title={speech.text('move_confirm_title', { time })} takesFocus>
        <p>
          {speech.text('move_consequence', { time: old })}{' '}
          {needsApproval ? speech.text('move_approval', { business: business.name }) : null}
        </p>
        <div className="notice-actions">
          <button
            type="button"
            className="button button-main"
            aria-busy={moving.isRunning}
            onClick={() => moving.move(start)}
          >
            {moving.isRunning ? speech.text('moving') : speech.text('move_to', { time })}
          </button>
          <button type="button" className="button" onClick={onKeep}>
            {speech.text('move_keep')}
          </button>
        </div>
      </Notice>
    </div>
  );
}
