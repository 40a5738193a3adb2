import { Button } from '@mantine/core';
import { IconArrowRight, IconCalendarCheck, IconLock, IconWorld } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { frontQuery } from '../../platform/api/front.ts';
import { useSpeech } from '../../words/use-speech.tsx';
import classes from './front.module.css';

const reasons = [
  {
    icon: IconCalendarCheck,
    title: 'front_kept_title',
    text: 'front_kept_text',
  },
  {
    icon: IconLock,
    title: 'front_yours_title',
    text: 'front_yours_text',
  },
  {
    icon: IconWorld,
    title: 'front_zones_title',
    text: 'front_zones_text',
  },
] as const;

/** The page at the bare address: what this is. */
export default function Front() {
  const { text } = useSpeech('app');
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
            {text('front_platform')}
          </Button>
        ) : null}
      </header>
      <section className={classes.hero}>
        <h1>{text('front_title')}</h1>
        <p>{text('front_intro')}</p>
      </section>
      {front && front.demo.length > 0 ? (
        <section className={classes.demo} aria-label={text('front_demo')}>
          {front.demo.map(({ name, address }) => (
            <div key={address} className={classes.card}>
              <h2>{name}</h2>
              <a href={`${address}/book`}>
                {text('front_book')}
                <IconArrowRight aria-hidden />
              </a>
              <a href={address}>
                {text('front_sign_in')}
                <IconArrowRight aria-hidden />
              </a>
            </div>
          ))}
        </section>
      ) : null}
      <section className={classes.reasons} aria-label={text('front_why')}>
        {reasons.map(({ icon: Icon, title, text: reason }) => (
          <div key={title}>
            <Icon aria-hidden stroke={1.7} />
            <h2>{text(title)}</h2>
            <p>{text(reason)}</p>
          </div>
        ))}
      </section>
      <footer className="caption">{text('front_licence')}</footer>
    </main>
  );
}
