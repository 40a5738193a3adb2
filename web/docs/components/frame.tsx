import { Burger } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useSpeech } from '../../words/use-speech.tsx';
import { guideAddress, guides, ROOT } from '../guides.ts';
import { Bar } from './bar.tsx';
import classes from './frame.module.css';

/** Bar above, places at the left, the page beside them; on a phone the places open from the bar. */
export function Frame({ path, children }: { path: string; children: ReactNode }) {
  const { text } = useSpeech('docs');
  const [isOpen, { toggle }] = useDisclosure(false);
  const burger = (
    <Burger className={classes.burger} opened={isOpen} onClick={toggle} size="sm" aria-label={text('contents')} />
  );
  return (
    <div className={classes.frame}>
      <Bar before={burger} />
      <div className={classes.body}>
        <nav className={classes.places} data-open={isOpen} aria-label={text('contents')}>
          <h2>{text('guides')}</h2>
          {guides.map(({ slug, title }) => (
            <Place key={slug} to={guideAddress(slug)} path={path}>
              {title}
            </Place>
          ))}
          <h2>{text('look_up')}</h2>
          <Place to={`${ROOT}/reference`} path={path}>
            {text('reference')}
          </Place>
          <Place to={`${ROOT}/events`} path={path}>
            {text('events')}
          </Place>
          <Place to={`${ROOT}/error-codes`} path={path}>
            {text('error_codes')}
          </Place>
        </nav>
        <main className={classes.page}>{children}</main>
      </div>
    </div>
  );
}

const Place = ({ to, path, children }: { to: string; path: string; children: ReactNode }) => (
  <a href={to} aria-current={to === path ? 'page' : undefined}>
    {children}
  </a>
);
