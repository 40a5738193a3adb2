import type { Appointment } from '@smooth/contract/scheduling/appointments.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useSpeech } from '../../words/use-speech.tsx';
import { formatFor, ms, relative, sameClock } from '../../app/format.ts';
import { useFormat } from '../../app/format-context.tsx';
import { useNow } from '../../app/now.ts';
import { Fact, Facts } from '../../ui/facts.tsx';
import { serviceQuery } from '../api/services.ts';
import { answersOf, reasonWords } from '../appointment-words.ts';
import { StatusMark } from './status-mark.tsx';
import { Notice } from '../../ui/notice.tsx';

export function AppointmentFacts({ appointment }: { appointment: Appointment }) {
  const speech = useSpeech('scheduling');
  const { text } = speech;
  const format = useFormat();
  const now = useNow();
  const { data: service } = useQuery(serviceQuery(appointment.service_id));
  const soon = relative(format.locale, appointment.start, now);
  return (
    <>
      {appointment.is_overlapping ? (
        <Notice tone="amber" title={text('overlaps_on_purpose')}>
          {appointment.overlap_reason}
        </Notice>
      ) : null}
      <Facts>
        <Fact name={text('status')}>
          <StatusMark status={appointment.status} />
        </Fact>
        {appointment.status === 'pending_approval' && appointment.expires_at ? (
          <Fact name={text('answer_by')}>{format.dateTime(appointment.expires_at)}</Fact>
        ) : null}
        <Fact name={text('when')}>
          {format.dateTimeRange(appointment.start, appointment.end)}
          {soon ? <span className="soft"> ({soon})</span> : null}
          <CustomerClock appointment={appointment} />
        </Fact>
        <Fact name={text('service')}>{appointment.service.name}</Fact>
        <Fact name={text('with')}>
          {appointment.resources.map(({ name }) => name).join(', ') || text('no_resource')}
          {appointment.assignment_reason ? (
            <span className="caption"> {reasonWords(appointment.assignment_reason, speech)}</span>
          ) : null}
        </Fact>
        {appointment.party_size > 1 || appointment.class_id ? (
          <Fact name={text('party')}>{speech.count('people', appointment.party_size)}</Fact>
        ) : null}
        <Fact name={text('price')}>
          {format.money(appointment.price.amount_minor, appointment.price.currency)}
          <span className="soft">, {text(`payment_${appointment.payment_status}`)}</span>
        </Fact>
        <Customer appointment={appointment} />
        {answersOf(appointment, service, speech).map(({ label, answer }) => (
          <Fact key={label} name={label}>
            {answer}
          </Fact>
        ))}
        <Fact name={text('booked')}>
          {format.dateTime(appointment.created_at)} {text(`source_${appointment.source}`)}
        </Fact>
      </Facts>
    </>
  );
}

function Customer({ appointment: { customer } }: { appointment: Appointment }) {
  const { text } = useSpeech('scheduling');
  if (!customer) return <Fact name={text('customer')}>{null}</Fact>;
  return (
    <>
      <Fact name={text('customer')}>
        <Link to="/customers/$id" params={{ id: customer.id }}>
          {customer.name}
        </Link>
      </Fact>
      <Fact name={text('email')}>
        {customer.email ? <a href={`mailto:${customer.email}`}>{customer.email}</a> : null}
      </Fact>
      <Fact name={text('phone')}>{customer.phone ? <a href={`tel:${customer.phone}`}>{customer.phone}</a> : null}</Fact>
    </>
  );
}

/** The time on the customer's clock, when it shows something else. */
function CustomerClock({ appointment }: { appointment: Appointment }) {
  const { text } = useSpeech('scheduling');
  const { locale, currency, zone } = useFormat();
  const theirs = appointment.customer_time_zone;
  if (!theirs || sameClock(theirs, zone, ms(appointment.start))) return null;
  const { dateTime } = formatFor({ locale, currency, zone: theirs });
  return (
    <span className="caption">
      <br />
      {text('customers_clock', { time: dateTime(appointment.start), zone: theirs.replaceAll('_', ' ') })}
    </span>
  );
}
