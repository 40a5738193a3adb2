import type { BookingBusiness, BookingService } from '@smooth/contract/booking/booking.ts';
import { figuresOf } from '../figures.ts';
import { usePage } from '../page-context.ts';
import { contactIn } from '../refusal.ts';
import { useAfter } from '../use-after.ts';
import { StepHeading } from './step-heading.tsx';

export function ServiceStep(props: {
  business: BookingBusiness;
  services: BookingService[];
  onChoose: (id: string) => void;
}) {
  const { business, services, onChoose } = props;
  const { speech } = usePage();
  if (services.length === 0) return <NoServices business={business} />;
  const groups = byCategory(services);
  return (
    <>
      <StepHeading title={speech.text('choose_service')} step={1} />
      {groups.map(([category, members]) => (
        <section key={category ?? ''} className="service-group">
          {groups.length > 1 ? <h2 className="quiet-heading">{category ?? speech.text('other_services')}</h2> : null}
          <ul className="services">
            {members.map((service) => (
              <li key={service.id}>
                <ServiceCard service={service} onChoose={() => onChoose(service.id)} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** Categories in the order of their first service, services without one last. */
function byCategory(services: BookingService[]): [string | null, BookingService[]][] {
  const groups = new Map<string | null, BookingService[]>();
  for (const service of services) groups.set(service.category, [...(groups.get(service.category) ?? []), service]);
  return [...groups].sort(([a], [b]) => Number(a === null) - Number(b === null));
}

function ServiceCard({ service, onChoose }: { service: BookingService; onChoose: () => void }) {
  const { speech, format } = usePage();
  const figures = figuresOf(service, null, speech, format);
  const marks = [
    service.kind === 'class' ? speech.text('group_class') : '',
    service.needs_approval ? speech.text('needs_approval') : '',
  ].filter(Boolean);
  return (
    <button type="button" className="service" onClick={onChoose}>
      <span className="service-words">
        <span className="service-name">{service.name}</span>
        {service.description ? <span className="service-line">{service.description}</span> : null}
        {marks.length > 0 ? <span className="service-marks">{marks.join(' · ')}</span> : null}
      </span>
      <span className="service-figures">
        {figures.price ? <span className="service-price">{figures.price}</span> : null}
        <span className="service-duration">{figures.duration}</span>
      </span>
    </button>
  );
}

function NoServices({ business }: { business: BookingBusiness }) {
  const { speech } = usePage();
  const contact = contactIn(speech, business);
  return (
    <div className="whole-page">
      <h1>{speech.text('no_services_title')}</h1>
      <p>{speech.text('no_services_text', { business: business.name, contact })}</p>
    </div>
  );
}

/** The shape of the page to come, once it takes longer than a blink. */
export function ServiceSkeleton({ withBrand = false }: { withBrand?: boolean }) {
  const { speech } = usePage();
  const isSlow = useAfter();
  if (!isSlow) return null;
  return (
    <output className="skeletons" aria-label={speech.text('loading')}>
      {withBrand ? <span className="skeleton skeleton-brand" /> : null}
      <span className="skeleton skeleton-title" />
      {[0, 1, 2, 3].map((i) => (
        <span key={i} className="skeleton skeleton-card" />
      ))}
    </output>
  );
}
