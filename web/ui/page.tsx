import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { useSpeech } from '../words/use-speech.tsx';
import { Group } from './group.tsx';
import classes from './page.module.css';

interface Page {
  /** Where one is, above the title. */
  trail?: ReactNode;
  title: string;
  /** The section that is shown, for the browser's tab. */
  part?: string;
  /** Sections of the page, in a row below the title. */
  nav?: ReactNode;
  /** One line of what this is, where it helps. */
  about?: ReactNode;
  /** At most one primary button. */
  action?: ReactNode;
  narrow?: boolean;
  children: ReactNode;
}

/** A page begins with one title; the browser's tab carries it too. */
export function Page({ trail, title, part, nav, about, action, narrow, children }: Page) {
  useEffect(() => {
    document.title = [part, title, 'SmoothSchedule'].filter(Boolean).join(' · ');
  }, [title, part]);
  return (
    <div className={classes.page} data-narrow={narrow} data-trail={trail !== undefined}>
      {trail}
      <header className={classes.head}>
        <div>
          <h1>{title}</h1>
          {about ? <p className={classes.about}>{about}</p> : null}
        </div>
        {action ? <div className={classes.action}>{action}</div> : null}
      </header>
      {nav}
      {children}
    </div>
  );
}

/** Filters in one row below the title. */
export function FilterRow({ children }: { children: ReactNode }) {
  const { text } = useSpeech('ui');
  return (
    <Group className={classes.filters} label={text('filters')}>
      {children}
    </Group>
  );
}

interface Section {
  /** Where the address of a mail or a page leads to it. */
  id?: string;
  title: string;
  about?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
}

/** A titled part of a form or a page, on a card. */
export const Section = ({ id, title, about, action, children }: Section) => (
  <section id={id} className={classes.section} aria-label={title}>
    <header className={classes.sectionHead}>
      <div>
        <h2>{title}</h2>
        {about ? <p className={classes.about}>{about}</p> : null}
      </div>
      {action}
    </header>
    {children}
  </section>
);

/** Fields side by side where there is room. */
export const Fields = ({ children }: { children: ReactNode }) => <div className={classes.fields}>{children}</div>;
export const Stack = ({ children }: { children: ReactNode }) => <div className={classes.stack}>{children}</div>;
export const Buttons = ({ children }: { children: ReactNode }) => <div className={classes.buttons}>{children}</div>;
