import { Button } from '@mantine/core';
import { IconArrowRight, IconCalendarCheck, IconLock, IconWorld } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { frontQuery } from '../../platform/api.ts';
import classes from './front.module.css';

const reasons = [
  {
    icon: IconCalendarCheck,
    title: 'Never sold twice',
    text: 'Every booking, from wherever it comes, is decided by one rule and kept by the database. What is offered can be booked.',
  },
  {
    icon: IconLock,
    title: 'Yours, and only yours',
    text: 'Each business has schemas and roles of its own. The database itself refuses the rest. Run it where you like.',
  },
  {
    icon: IconWorld,
    title: 'Right in every time zone',
    text: 'Customers book in their own clock, you work in yours, and the night the clocks change is no surprise.',
  },
];

/** The page at the bare address: what this is. */
export default function Front() {
  const { data: front } = useQuery(frontQuery);
  useEffect(() => {
    document.title = 'SmoothSchedule';
  }, []);
  return (
    <main className={classes.page}>
      <header className={classes.head}>
        <span className={classes.brand}>
          <img src="/favicon.svg" alt="" />
          SmoothSchedule
        </span>
        {front ? (
          <Button component="a" href={front.platform_address} variant="default" size="xs">
            Platform sign-in
          </Button>
        ) : null}
      </header>
      <section className={classes.hero}>
        <h1>Bookings that simply hold.</h1>
        <p>
          SmoothSchedule is an open scheduling platform that you run yourself: salons, clinics, workshops and tutors
          take bookings on it, each strictly on its own.
        </p>
      </section>
      {front && front.demo.length > 0 ? (
        <section className={classes.demo} aria-label="Demo businesses">
          {front.demo.map(({ name, address }) => (
            <div key={address} className={classes.card}>
              <h2>{name}</h2>
              <a href={`${address}/book`}>
                Book as a customer
                <IconArrowRight aria-hidden />
              </a>
              <a href={address}>
                Sign in to the business
                <IconArrowRight aria-hidden />
              </a>
            </div>
          ))}
        </section>
      ) : null}
      <section className={classes.reasons} aria-label="Why">
        {reasons.map(({ icon: Icon, title, text }) => (
          <div key={title}>
            <Icon aria-hidden stroke={1.7} />
            <h2>{title}</h2>
            <p>{text}</p>
          </div>
        ))}
      </section>
      <footer className="caption">Open source under the MIT licence.</footer>
    </main>
  );
}
