import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useSpeech } from '../../words/use-speech.tsx';
import { useFormat } from '../../app/format-context.tsx';
import { locationsQuery } from '../../scheduling/api/resources.ts';
import { servicesQuery } from '../../scheduling/api/services.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Section } from '../../ui/page.tsx';
import { RowsSkeleton } from '../../ui/skeletons.tsx';
import { ruleWords, weekLines } from '../rule-words.ts';
import classes from './rules.module.css';

/** When each place is open; the hours are edited where they belong. */
export function HoursSection() {
  const format = useFormat();
  const { text } = useSpeech('settings');
  const locations = useQuery(locationsQuery);
  return (
    <Section title={text('hours')} about={text('hours_about')}>
      <Loaded query={locations} skeleton={<RowsSkeleton rows={1} />}>
        {(found) => (
          <ul className={classes.places}>
            {found.map(({ id, name, time_zone, weekly_hours }) => (
              <li key={id}>
                <Link to="/locations/$id" params={{ id }}>
                  {name}
                </Link>
                <ul className={classes.hours}>
                  {weekLines(weekly_hours, format).map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                  {weekly_hours.length === 0 ? <li>{text('never_open')}</li> : null}
                </ul>
                <span className="caption">{time_zone.replaceAll('_', ' ')}</span>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Section>
  );
}

/** What binds customers, service by service. */
export function BookingRulesSection() {
  const format = useFormat();
  const speech = useSpeech('settings');
  const { text } = speech;
  const services = useQuery(servicesQuery);
  return (
    <Section title={text('rules')} about={text('rules_about')}>
      <Loaded query={services} skeleton={<RowsSkeleton rows={4} />}>
        {(found) => {
          const active = found.filter(({ is_active }) => is_active);
          return active.length > 0 ? (
            <ul className={classes.rules}>
              {active.map((service) => (
                <li key={service.id}>
                  <Link to="/services/$id" params={{ id: service.id }}>
                    {service.name}
                  </Link>
                  <span>{ruleWords(service, format, speech)}</span>
                </li>
              ))}
            </ul>
          ) : (
            <p className="soft">
              {speech.nodes('no_services', { link: <Link to="/services/new">{text('add_first')}</Link> })}
            </p>
          );
        }}
      </Loaded>
    </Section>
  );
}
