import { type SubmitEvent, useEffect, useState } from 'react';
import { usePage } from '../page-context.ts';
import { useBook } from '../use-book.ts';
import { useSecondsUntil } from '../use-after.ts';
import { fieldId, QuestionField, TextField } from './fields.tsx';
import { LostNotice } from './lost-notice.tsx';
import { FailureNotice, Notice } from './notice.tsx';
import { StepHeading } from './step-heading.tsx';
import { Summary } from './summary.tsx';
import type { StepProps } from './time-step.tsx';

type Booking = ReturnType<typeof useBook>;

export function DetailsStep(props: StepProps) {
  const { business, service, draft, holding, back } = props;
  const { speech, announce } = usePage();
  const booking = useBook(props);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const [first, ...others] = Object.keys(booking.submit());
    if (!first) return;
    announce(speech.count('fields_to_mend', others.length + 1));
    document.querySelector<HTMLElement>(`#${CSS.escape(fieldId(first))}`)?.focus();
  };
  return (
    <>
      <StepHeading title={speech.text('your_details')} step={3} back={back} />
      <Summary {...{ business, service, draft, back }} />
      {holding.lost ? (
        <LostNotice
          key={holding.lost.start}
          {...{ holding, business }}
          lost={holding.lost}
          zone={draft.zone}
          keepsInput
          onOther={back}
        />
      ) : (
        <HoldNotice key={draft.hold?.id} expiresAt={draft.hold?.expires_at ?? null} />
      )}
      <form onSubmit={submit} noValidate className="details">
        <Fields {...props} booking={booking} />
        {holding.failure ? <FailureNotice failure={holding.failure} business={business} /> : null}
        {booking.failure ? <FailureNotice failure={booking.failure} business={business} /> : null}
        <Submit {...props} booking={booking} />
      </form>
    </>
  );
}

function Fields(props: StepProps & { booking: Booking }) {
  const { service, draft, dispatch, booking } = props;
  return (
    <>
      <PersonFields {...props} />
      {service.questions.map((question) => (
        <QuestionField
          key={question.key}
          question={question}
          answer={draft.details.answers[question.key]}
          fault={booking.faults[`answer.${question.key}`]}
          onAnswer={(value) => {
            dispatch({ type: 'answered', key: question.key, value });
            booking.mended(`answer.${question.key}`);
          }}
        />
      ))}
    </>
  );
}

function PersonFields({ service, draft, dispatch, booking }: StepProps & { booking: Booking }) {
  const { speech } = usePage();
  const field = (name: 'name' | 'email' | 'phone') => ({
    name,
    label: speech.text(name),
    value: draft.details[name],
    isRequired: true,
    fault: booking.faults[name],
    autoComplete: name === 'phone' ? 'tel' : name,
    onValue: (value: string) => {
      dispatch({ type: 'typed', details: { [name]: value } });
      booking.mended(name);
    },
  });
  return (
    <>
      <TextField {...field('name')} />
      <TextField {...field('email')} type="email" maxLength={254} hint={speech.text('email_hint')} />
      {service.needs_phone ? (
        <TextField {...field('phone')} type="tel" maxLength={30} hint={speech.text('phone_hint')} />
      ) : null}
    </>
  );
}

function Submit({ business, service, draft, booking }: StepProps & { booking: Booking }) {
  const { speech, format } = usePage();
  const start = draft.start ?? '';
  const slots = { service: service.name, time: format.moment(start, business.time_zone) };
  const label = service.needs_approval ? speech.text('request_for', slots) : speech.text('book_for', slots);
  return (
    <div className="submit">
      <p className="quiet small">
        {speech.text('details_use', { business: business.name })} <CancelPolicy {...{ business, service, start }} />
      </p>
      <button type="submit" className="button button-main" aria-busy={booking.isRunning}>
        {booking.isRunning ? speech.text('booking_now') : label}
      </button>
    </div>
  );
}

function CancelPolicy({ business, service, start }: Pick<StepProps, 'business' | 'service'> & { start: string }) {
  const { speech, format } = usePage();
  const [now] = useState(() => new Date());
  if (service.cancel_notice_minutes === 0) return speech.text('cancel_any_time');
  const until = new Date(Date.parse(start) - service.cancel_notice_minutes * 60_000);
  if (until < now) return speech.text('cancel_not_online');
  return speech.text('cancel_free_until', { time: format.moment(until.toISOString(), business.time_zone) });
}

/** Nothing until two minutes are left, then a quiet clock, and a kind word when the time has run out. */
function HoldNotice({ expiresAt }: { expiresAt: string | null }) {
  const { speech, announce } = usePage();
  const left = useSecondsUntil(expiresAt);
  const isClose = left !== null && left <= 120;
  const isOver = left === 0;
  useEffect(() => {
    if (isOver) announce(speech.text('kept_over'));
    else if (isClose) announce(speech.text('kept_for', { time: '2:00' }));
  }, [isOver, isClose, announce, speech]);
  if (!isClose) return null;
  const time = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
  return (
    <Notice kind={isOver ? 'waiting' : 'info'}>
      <p>{isOver ? speech.text('kept_over') : speech.text('kept_for', { time })}</p>
    </Notice>
  );
}
