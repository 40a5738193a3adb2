import type { BookedAppointment, BookingService } from '@smooth/contract/booking/booking.ts';
import { useCallback, useMemo, useState } from 'react';
import type { ManageProps } from '../pages/manage.tsx';
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
export function MovePanel({ token, appointment, onMoved, back }: MoveProps) {
  const { speech, format } = usePage();
  const { business, time_zone, party_size, service } = appointment;
  const [zone, setZone] = useState(appointment.customer_time_zone ?? ownZone());
  const [resource, setResource] = useState<string | null>(null);
  const [day, setDay] = useState<string | null>(null);
  const [start, setStart] = useState<string | null>(null);
  const booked = useBookedService(service.id);
  const say = (instant: string) => format.moment(instant, time_zone);
  const moving = useMove({
    token,
    resource,
    present: appointment.start,
    onMoved: (moved) => onMoved(moved, speech.text('moved_done', { time: say(moved.start) })),
  });
  const wanted = useMemo(
    () => ({ service_id: service.id, time_zone: zone, ...(resource ? { resource_id: resource } : {}) }),
    [service.id, zone, resource],
  );
  const restart = () => {
    setDay(null);
    setStart(null);
  };
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
        <ResourceChoice
          resources={booked.resources}
          chosen={resource}
          onChoose={(id) => {
            setResource(id);
            restart();
          }}
        />
      ) : null}
      {moving.lost ? (
        <LostNotice
          lost={moving.lost}
          zone={zone}
          business={{ time_zone }}
          holding={{ choose: moving.move, pending: null }}
        />
      ) : null}
      {moving.failure ? <FailureNotice failure={moving.failure} business={business} /> : null}
      {start ? (
        <Confirm {...{ appointment, start, moving }} needsApproval={booked?.needs_approval ?? false} onKeep={back} />
      ) : null}
      <TimePicker
        {...{ wanted, day, place: { zone: time_zone, name: business.name } }}
        ask={moving.ask}
        party={party_size}
        chosen={start}
        pending={null}
        onDay={setDay}
        onZone={(next) => {
          setZone(next);
          restart();
        }}
        onPick={setStart}
      />
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
