import { IconExternalLink } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type Action, useMay } from '../../identity/api.ts';
import { Page } from '../../ui/page.tsx';
import { NotAllowed } from '../../ui/states.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import { parts } from '../parts.ts';
import classes from './developers.module.css';

interface DevelopersPage {
  part: keyof typeof parts;
  about: string;
  /** At most one primary button. */
  action?: ReactNode;
  children: ReactNode;
}

/** A section of what developers have, below one title and one row of sections. */
export function DevelopersPage({ part, about, action, children }: DevelopersPage) {
  const { text } = useSpeech('developers');
  const isAllowed = useMay()(parts[part].needs);
  return (
    <Page title={text('developers')} part={text(part)} nav={<Sections />}>
      <div className={classes.intro}>
        <p className={classes.about}>{about}</p>
        {isAllowed ? action : null}
      </div>
      {isAllowed ? children : <NotAllowed />}
    </Page>
  );
}

function Sections() {
  const { text } = useSpeech('developers');
  const may: (action: Action) => boolean = useMay();
  const shown = (Object.keys(parts) as (keyof typeof parts)[]).filter((part) => may(parts[part].needs));
  return (
    <nav className={classes.sections} aria-label={text('parts')}>
      {shown.map((part) => (
        <Link key={part} to={parts[part].to} className={classes.section} activeOptions={{ includeSearch: false }}>
          {text(part)}
        </Link>
      ))}
      <a href="/docs/api" target="_blank" rel="noreferrer" className={classes.docs}>
        <span className={classes.docsName}>{text('docs')}</span>
        <IconExternalLink aria-hidden size="1.2em" />
      </a>
    </nav>
  );
}

/** Above the page of one thing: the way back to its list. */
export function Trail({ part }: { part: keyof typeof parts }) {
  const { text } = useSpeech('developers');
  return (
    <nav className={classes.trail} aria-label={text('parts')}>
      <Link to="/developers">{text('developers')}</Link>
      <span aria-hidden>/</span>
      <Link to={parts[part].to}>{text(part)}</Link>
    </nav>
  );
}
