import type { BookingBusiness } from '@smooth/contract/booking/booking.ts';
import { useCallback, useEffect } from 'react';
import { FailurePage } from '../components/notice.tsx';
import { ServiceSkeleton } from '../components/service-step.tsx';
import { usePage } from '../page-context.ts';
import { useLoaded } from '../use-loaded.ts';
import { ManagePage } from './manage.tsx';

/** Looks the link up before the page behind it opens. */
export default function ManageEntry(props: { token: string; onBusiness: (business: BookingBusiness) => void }) {
  const { token, onBusiness } = props;
  const { api, speech } = usePage();
  const [loaded, replace] = useLoaded(useCallback(() => api.managed(token), [api, token]));
  const appointment = loaded.state === 'ready' ? loaded.value : null;
  useEffect(() => {
    if (appointment) onBusiness(appointment.business);
  }, [appointment, onBusiness]);
  if (loaded.state === 'failed' && [400, 404].includes(loaded.failure.problem?.status ?? 0))
    return (
      <div className="whole-page" role="alert">
        <h1>{speech.text('unknown_link_title')}</h1>
        <p>{speech.text('unknown_link_text')}</p>
      </div>
    );
  if (loaded.state === 'failed') return <FailurePage failure={loaded.failure} retry={loaded.retry} />;
  if (!appointment) return <ServiceSkeleton withBrand />;
  return <ManagePage token={token} appointment={appointment} onChanged={replace} />;
}
