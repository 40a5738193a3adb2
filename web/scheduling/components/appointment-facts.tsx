import type { Appointment } from '@smooth/contract/scheduling/appointments.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatFor, ms, relative, sameClock } from '../../app/format.ts';
import { useFormat } from '../../app/format-context.tsx';
import { useNow } from '../../app/now.ts';
import { Fact, Facts } from '../../ui/facts.tsx';
import { serviceQuery } from '../api/services.ts';
import { answersOf, paymentWords, reasonWords, sourceWords } from '../appointment-words.ts';
import { StatusMark } from './status-mark.tsx';
import { Notice } from '../../ui/notice.tsx';

export function AppointmentFacts({ appointment }: { appointment: Appointment }) {
  const format = useFormat();
  const now = useNow();
  const { data: service } = useQuery(serviceQuery(appointment.service_id));
  const soon = relative(format.locale, appointment.start, now);
  return (
    <>
      {appointment.is_overlapping ? (
        <Notice tone="amber" title="Overlaps on purpose">
          {appointment.overlap_reason}
        </Notice>
      ) : null}
      <Facts>
        <Fact name="Status">
          <StatusMark status={appointment.status} />
        </Fact>
        {appointment.status === 'pending_approval' && appointment.expires_at ? (
          <Fact name="Answer by">{format.dateTime(appointment.expires_at)}</Fact>
        ) : null}
        <Fact name="When">
          {format.dateTimeRange(appointment.start, appointment.end)}
          {soon ? <span className="soft"> ({soon})</span> : null}
          <CustomerClock appointment={appointment} />
        </Fact>
        <Fact name="Service">{appointment.service.name}</Fact>
        <Fact name="With">
          {appointment.resources.map(({ name }) => name).join(', ') || 'No resource yet'}
          {appointment.assignment_reason ? (
            <span className="caption"> {reasonWords(appointment.assignment_reason)}</span>
          ) : null}
        </Fact>
        {appointment.party_size > 1 || appointment.class_id ? (
          <Fact name="Party">{appointment.party_size === 1 ? '1 person' : `${appointment.party_size} people`}</Fact>
        ) : null}
        <Fact name="Price">
          {format.money(appointment.price.amount_minor, appointment.price.currency)}
          <span className="soft">, {paymentWords[appointment.payment_status]}</span>
        </Fact>
        <Customer appointment={appointment} />
        {answersOf(appointment, service).map(({ label, answer }) => (
          <Fact key={label} name={label}>
            {answer}
          </Fact>
        ))}
        <Fact name="Booked">
          {format.dateTime(appointment.created_at)} {sourceWords[appointment.source]}
        </Fact>
      </Facts>
    </>
  );
}

function Customer({ appointment: { customer } }: { appointment: Appointment }) {
  if (!customer) return <Fact name="Customer">{null}</Fact>;
  return (
    <>
      <Fact name="Customer">
        <Link to="/customers/$id" params={{ id: customer.id }}>
          {customer.name}
        </Link>
      </Fact>
      <Fact name="E-mail">{customer.email ? <a href={`mailto:${customer.email}`}>{customer.email}</a> : null}</Fact>
      <Fact name="Phone">{customer.phone ? <a href={`tel:${customer.phone}`}>{customer.phone}</a> : null}</Fact>
    </>
  );
}

/** The time on the customer's clock, when it shows something else. */
function CustomerClock({ appointment }: { appointment: Appointment }) {
  const { locale, currency, zone } = useFormat();
  const theirs = appointment.customer_time_zone;
  if (!theirs || sameClock(theirs, zone, ms(appointment.start))) return null;
  const { dateTime } = formatFor({ locale, currency, zone: theirs });
  return (
    <span className="caption">
      <br />
      {dateTime(appointment.start)} for the customer ({theirs.replaceAll('_', ' ')})
    </span>
  );
}
