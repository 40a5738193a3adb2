import type { BookedAppointment } from '@smooth/contract/booking/booking.ts';
import type { ReactNode } from 'react';
import { usePage } from '../page-context.ts';
import { ownZone } from '../zones.ts';
import { PinIcon } from './icons.tsx';
import { When } from './when.tsx';

/** An appointment as its customer needs it. */
export function Facts({ appointment, zone }: { appointment: BookedAppointment; zone?: string }) {
  const { speech, format } = usePage();
  const { service, resources, price, party_size, start, end } = appointment;
  const own = zone ?? appointment.customer_time_zone ?? ownZone();
  return (
    <dl className="facts">
      <Fact name={speech.text('service')}>{service.name}</Fact>
      <Fact name={speech.text('when')}>
        <When {...{ start, end, zone: own }} placeZone={appointment.time_zone} />
      </Fact>
      {resources.length > 0 ? (
        <Fact name={speech.text('with')}>{resources.map(({ name }) => name).join(', ')}</Fact>
      ) : null}
      {party_size > 1 ? <Fact name={speech.text('party')}>{party_size}</Fact> : null}
      <Where appointment={appointment} />
      <Contact appointment={appointment} />
      {price.amount_minor > 0 ? <Fact name={speech.text('price')}>{format.money(price)}</Fact> : null}
      <Fact name={speech.text('name_of_customer')}>{appointment.customer.name}</Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Where({ appointment: { location, business } }: { appointment: BookedAppointment }) {
  const { speech } = usePage();
  const address = location?.address ?? business.address;
  const name = location?.name ?? business.name;
  return (
    <Fact name={speech.text('where')}>
      <span>{name}</span>
      {address ? (
        <>
          <span className="address">{address}</span>
          <a
            className="map"
            href={`https://www.openstreetmap.org/search?query=${encodeURIComponent(address)}`}
            target="_blank"
            rel="noreferrer"
          >
            <PinIcon />
            {speech.text('open_map')}
          </a>
        </>
      ) : null}
    </Fact>
  );
}

function Contact({ appointment: { business } }: { appointment: BookedAppointment }) {
  const { speech } = usePage();
  if (!business.phone && !business.email) return null;
  return (
    <Fact name={speech.text('contact')}>
      {business.phone ? <a href={`tel:${business.phone.replaceAll(/[^\d+]/g, '')}`}>{business.phone}</a> : null}
      {business.email ? <a href={`mailto:${business.email}`}>{business.email}</a> : null}
    </Fact>
  );
}
