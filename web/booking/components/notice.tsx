import type { BookingBusiness } from '@smooth/contract/booking/booking.ts';
import { type ReactNode, useEffect, useRef } from 'react';
import type { CallFailed } from '../api.ts';
import { usePage } from '../page-context.ts';
import { explain } from '../refusal.ts';

type Kind = 'info' | 'done' | 'waiting' | 'refused';

/** Something that happened and what to do now. With `takesFocus` the reader is brought to it. */
export function Notice(props: { kind: Kind; title?: string | undefined; children: ReactNode; takesFocus?: boolean }) {
  const { kind, title, children, takesFocus = false } = props;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!takesFocus) return;
    box.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: 'nearest' });
  }, [takesFocus]);
  return (
    <div ref={box} tabIndex={takesFocus ? -1 : undefined} className={`notice notice-${kind}`}>
      {title ? <p className="notice-title">{title}</p> : null}
      {children}
    </div>
  );
}

/** A failed call beside what it was for, which stays as it was. */
export function FailureNotice(props: {
  failure: CallFailed;
  business: BookingBusiness | null;
  isManaged?: boolean;
  retry?: () => void;
}) {
  const { failure, business, isManaged = false, retry } = props;
  const { speech, format } = usePage();
  const { title, text, requestId } = explain(failure, { speech, format, business, isManaged });
  useOnline(failure.problem ? undefined : retry);
  return (
    <Notice kind="refused" title={title} takesFocus>
      <p>{text}</p>
      {retry ? (
        <button type="button" className="button" onClick={retry}>
          {speech.text('try_again')}
        </button>
      ) : null}
      {requestId ? <p className="request-id">{speech.text('request_id', { id: requestId })}</p> : null}
    </Notice>
  );
}

/** A failure that leaves nothing else to show. */
export function FailurePage({ failure, retry }: { failure: CallFailed; retry: () => void }) {
  const { speech, format } = usePage();
  const { title, text, requestId } = explain(failure, { speech, format, business: null });
  useOnline(failure.problem ? undefined : retry);
  const canRetry = !failure.problem || failure.problem.status >= 429;
  return (
    <div className="whole-page" role="alert">
      <h1>{title ?? speech.text('broken_title')}</h1>
      <p>{text}</p>
      {canRetry ? (
        <button type="button" className="button" onClick={retry}>
          {speech.text('try_again')}
        </button>
      ) : null}
      {requestId ? <p className="request-id">{speech.text('request_id', { id: requestId })}</p> : null}
    </div>
  );
}

function useOnline(retry: (() => void) | undefined) {
  useEffect(() => {
    if (!retry) return undefined;
    addEventListener('online', retry);
    return () => removeEventListener('online', retry);
  }, [retry]);
}
