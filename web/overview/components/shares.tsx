import { Button } from '@mantine/core';
import type { Overview } from '@smooth/contract/scheduling/overview.ts';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '../../words/use-speech.tsx';
import { useFormat } from '../../app/format-context.tsx';
import { Section } from '../../ui/page.tsx';
import { utilisation } from '../numbers.ts';
import classes from './shares.module.css';

const FIRST = 6;

export interface Share {
  id: string;
  name: string;
  color: string;
  link: ReactNode;
  /** 0 to 1, the length of the bar. */
  length: number;
  value: string;
  about: string;
}

/** How much of its open time each resource is booked, the fullest first. */
export function UtilisationSection({ overview }: { overview: Overview }) {
  const { text } = useSpeech('overview');
  const { count, percent } = useFormat();
  const hours = (minutes: number) => count(Math.round(minutes / 60));
  const shares = overview.resources
    .filter(({ booked_minutes, open_minutes }) => booked_minutes + open_minutes > 0)
    .map((resource): Share & { share: number } => {
      const share = utilisation(resource) ?? 1;
      return {
        ...resource,
        share,
        link: (
          <Link to="/resources/$id" params={{ id: resource.id }}>
            {resource.name}
          </Link>
        ),
        length: Math.min(1, share),
        value: resource.open_minutes > 0 ? percent(share) : text('closed'),
        about: text('hours_of', { booked: hours(resource.booked_minutes), open: hours(resource.open_minutes) }),
      };
    })
    .sort((a, b) => b.share - a.share);
  return (
    <Section title={text('utilisation')} about={text('utilisation_about')}>
      <Shares shares={shares} none={text('utilisation_none')} />
    </Section>
  );
}

/** What is booked most. */
export function ServicesSection({ overview }: { overview: Overview }) {
  const { text } = useSpeech('overview');
  const { count, money } = useFormat();
  const most = Math.max(1, ...overview.services.map(({ booked }) => booked));
  const shares = overview.services
    .filter(({ booked }) => booked > 0)
    .map((service): Share => ({
      ...service,
      link: (
        <Link to="/services/$id" params={{ id: service.id }}>
          {service.name}
        </Link>
      ),
      length: service.booked / most,
      value: count(service.booked),
      about: money(service.expected.amount_minor, service.expected.currency),
    }));
  return (
    <Section title={text('top_services')} about={text('top_services_about')}>
      <Shares shares={shares} none={text('nothing_booked')} />
    </Section>
  );
}

/** Bars of parts, the first few at once. */
export function Shares({ shares, none }: { shares: Share[]; none: string }) {
  const { text, count } = useSpeech('overview');
  const [all, setAll] = useState(false);
  if (shares.length === 0) return <p className="soft">{none}</p>;
  return (
    <>
      <ul className={classes.shares}>
        {(all ? shares : shares.slice(0, FIRST)).map(({ id, color, link, length, value, about }) => (
          <li key={id} className={classes.share}>
            <span className={classes.name}>{link}</span>
            <span className={classes.about}>{about}</span>
            <strong className={classes.value}>{value}</strong>
            <span className={classes.track} aria-hidden>
              <span style={{ width: `${length * 100}%`, background: color }} />
            </span>
          </li>
        ))}
      </ul>
      {shares.length > FIRST ? (
        <Button size="xs" variant="default" className={classes.more} onClick={() => setAll(!all)}>
          {all ? text('show_fewer') : count('show_all', shares.length)}
        </Button>
      ) : null}
    </>
  );
}
