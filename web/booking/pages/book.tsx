import type { BookingBusiness, BookingService } from '@smooth/contract/booking/booking.ts';
import { useEffect } from 'react';
import { DetailsStep } from '../components/details-step.tsx';
import { DoneStep } from '../components/done-step.tsx';
import { FailurePage } from '../components/notice.tsx';
import { ServiceSkeleton, ServiceStep } from '../components/service-step.tsx';
import { TimeStep } from '../components/time-step.tsx';
import { usePage } from '../page-context.ts';
import { useDraft } from '../use-draft.ts';
import { useHold } from '../use-hold.ts';
import type { Loaded } from '../use-loaded.ts';

/** Service, time, details, done: one screen at a time. */
export function BookPage(props: {
  business: BookingBusiness;
  services: Loaded<BookingService[]>;
  service: string | null;
}) {
  const { business, services, service } = props;
  if (services.state === 'loading') return <ServiceSkeleton />;
  if (services.state === 'failed') return <FailurePage failure={services.failure} retry={services.retry} />;
  return <Steps business={business} services={services.value} asked={service} />;
}

function Steps({
  business,
  services,
  asked,
}: {
  business: BookingBusiness;
  services: BookingService[];
  asked: string | null;
}) {
  const { address, speech } = usePage();
  const { draft, dispatch, back } = useDraft({ service: asked, isSandbox: address.isSandbox });
  const service = services.find(({ id }) => id === draft.service_id) ?? null;
  const holding = useHold({ service, draft, dispatch });
  const step = service || draft.step === 'done' ? draft.step : 'service';
  const titles = {
    service: 'choose_service',
    time: 'choose_time',
    details: 'your_details',
    done: 'your_appointment',
  } as const;
  const title = `${speech.text(titles[step])} – ${business.name}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
  if (step === 'done' && draft.booked)
    return (
      <DoneStep booked={draft.booked} zone={draft.zone} onAnother={() => dispatch({ type: 'step', step: 'service' })} />
    );
  if (!service || step === 'service')
    return <ServiceStep {...{ business, services }} onChoose={(id) => dispatch({ type: 'service', id })} />;
  const Step = step === 'details' ? DetailsStep : TimeStep;
  return <Step {...{ business, service, draft, dispatch, holding, back }} />;
}
