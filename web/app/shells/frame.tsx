import { ActionIcon, Tooltip } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useSpeech } from '../../words/use-speech.tsx';
import { AvatarMenu } from './avatar-menu.tsx';
import { BottomBar } from './bottom-bar.tsx';
import classes from './frame.module.css';
import { type Place, PlaceLink } from './place-link.tsx';

interface Frame {
  name: string;
  person: { name: string; email: string };
  places: Place[];
  help: Place[];
  tone?: 'business' | 'platform';
  extra?: ReactNode;
  /** Under the top bar, in full width, for as long as it is true. */
  banner?: ReactNode;
  onSignOut: () => void;
  children: ReactNode;
}

/** What stands around every page of a shell. */
export function Frame({ name, person, places, help, tone = 'business', extra, banner, onSignOut, children }: Frame) {
  const [narrow, setNarrow] = useLocalStorage({ key: 'smooth-sidebar-narrow', defaultValue: false });
  const { text } = useSpeech('app');
  return (
    <div className={classes.frame} data-narrow={narrow} data-tone={tone}>
      <a className={classes.skip} href="#content">
        {text('skip')}
      </a>
      <nav className={classes.sidebar} aria-label={text('main_places')}>
        <div className={classes.brand}>
          <img src="/favicon.svg" alt="" />
          <span>SmoothSchedule</span>
        </div>
        <PlaceList places={places} narrow={narrow} />
        {help.length > 0 ? (
          <div className={classes.help}>
            <h2>{text('help')}</h2>
            <PlaceList places={help} narrow={narrow} />
          </div>
        ) : null}
        <Collapse narrow={narrow} onToggle={() => setNarrow(!narrow)} />
      </nav>
      <header className={classes.top}>
        <strong className={classes.name}>{name}</strong>
        {extra}
        <AvatarMenu person={person} onSignOut={onSignOut} />
      </header>
      <div className={classes.banner}>{banner}</div>
      <main id="content" className={classes.content} tabIndex={-1}>
        {children}
      </main>
      <BottomBar places={places} help={help} />
    </div>
  );
}

const PlaceList = ({ places, narrow }: { places: Place[]; narrow: boolean }) => (
  <ul>
    {places.map((place) => (
      <li key={place.label}>
        <Tooltip label={place.label} position="right" disabled={!narrow}>
          <PlaceLink place={place} className={classes.place} />
        </Tooltip>
      </li>
    ))}
  </ul>
);

function Collapse({ narrow, onToggle }: { narrow: boolean; onToggle: () => void }) {
  const { text } = useSpeech('app');
  const label = text(narrow ? 'sidebar_widen' : 'sidebar_narrow');
  return (
    <Tooltip label={label} position="right">
      <ActionIcon className={classes.collapse} variant="subtle" color="gray" aria-label={label} onClick={onToggle}>
        {narrow ? <IconLayoutSidebarLeftExpand stroke={1.7} /> : <IconLayoutSidebarLeftCollapse stroke={1.7} />}
      </ActionIcon>
    </Tooltip>
  );
}
