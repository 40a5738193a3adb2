import type { BookingBusiness, BookingService } from '@smooth/contract/booking/booking.ts';
import { useMemo } from 'react';
import type { Draft, Move } from '../draft.ts';
import { usePage } from '../page-context.ts';
import type { Holding } from '../use-hold.ts';
import { ChosenService, PartySize, ResourceChoice } from './chosen-service.tsx';
import { LostNotice } from './lost-notice.tsx';
import { FailureNotice } from './notice.tsx';
import { StepHeading } from './step-heading.tsx';
import { TimePicker } from './time-picker.tsx';

export interface StepProps {
  business: BookingBusiness;
  service: BookingService;
  draft: Draft;
  dispatch: (move: Move) => void;
  holding: Holding;
  back: () => void;
}

export function TimeStep({ business, service, draft, dispatch, holding, back }: StepProps) {
  const { speech } = usePage();
  const { resource_id, zone } = draft;
  const wanted = useMemo(
    () => ({ service_id: service.id, time_zone: zone, ...(resource_id ? { resource_id } : {}) }),
    [service.id, zone, resource_id],
  );
  return (
    <>
      <StepHeading title={speech.text('choose_time')} step={2} back={back} />
      <ChosenService service={service} resourceId={resource_id} onChange={back} />
      {service.resource_choice && service.resources.length > 0 ? (
        <ResourceChoice
          resources={service.resources}
          chosen={resource_id}
          onChoose={(id) => dispatch({ type: 'resource', id })}
        />
      ) : null}
      {service.max_party_size > 1 ? (
        <PartySize
          size={draft.party_size}
          max={service.max_party_size}
          onSize={(size) => dispatch({ type: 'party', size })}
        />
      ) : null}
      {holding.lost ? (
        <LostNotice key={holding.lost.start} lost={holding.lost} holding={holding} business={business} zone={zone} />
      ) : null}
      {holding.failure ? <FailureNotice failure={holding.failure} business={business} /> : null}
      <TimePicker
        ask={holding.ask}
        wanted={wanted}
        party={draft.party_size}
        place={{ zone: business.time_zone, name: business.name }}
        day={draft.day}
        lost={holding.lost?.start ?? null}
        chosen={draft.start}
        pending={holding.pending}
        onDay={(day) => dispatch({ type: 'day', day })}
        onZone={(zone) => dispatch({ type: 'zone', zone })}
        onPick={holding.choose}
      />
    </>
  );
}
