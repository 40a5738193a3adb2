import { addDays } from '@smooth/engine/date.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useSpeech } from '../../words/use-speech.tsx';
import { ms } from '../../app/format.ts';
import { useFormat, useToday } from '../../app/format-context.tsx';
import { useNow } from '../../app/now.ts';
import { Section } from '../../ui/page.tsx';
import { availabilityQuery } from '../api/availability.ts';
import { resourcesQuery } from '../api/resources.ts';
import classes from './next-times.module.css';

const DAYS_AHEAD = 14;
const SHOWN = 3;

/** What the saved rules lead to: the next times on offer, and with whom. */
export function NextTimes({ serviceId }: { serviceId: string }) {
  const { text, nodes } = useSpeech('scheduling');
  const { dateTime } = useFormat();
  const today = useToday();
  const now = useNow();
  const { data: resources = [] } = useQuery(resourcesQuery);
  const span = { service_id: serviceId, from: today, to: addDays(today, DAYS_AHEAD - 1) };
  const { data, isError } = useQuery(availabilityQuery(span));
  const nameOf = (id: string) => resources.find((resource) => resource.id === id)?.name ?? [];
  const next = data?.data.filter(({ start }) => ms(start) > now).slice(0, SHOWN);
  return (
    <Section title={text('next_times')} about={text('next_times_about')}>
      {isError ? <p className="soft">{text('next_times_unknown')}</p> : null}
      {next?.length === 0 ? (
        <p className="soft">
          {nodes('next_times_none', { days: DAYS_AHEAD, link: <Link to="/resources">{text('resources')}</Link> })}
        </p>
      ) : null}
      <ul className={classes.times}>
        {next?.map(({ start, end, resource_ids }) => (
          <li key={start + end}>
            <strong>{dateTime(start)}</strong>
            <span>{resource_ids.flatMap(nameOf).join(', ')}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
