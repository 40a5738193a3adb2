import type { TablerIcon } from '@tabler/icons-react';
import classes from './mark.module.css';

export type Tone = 'green' | 'amber' | 'red' | 'blue' | 'quiet';

interface Mark {
  tone: Tone;
  icon: TablerIcon;
  children: string;
}

/** A meaning as colour, icon and word together. */
export const Mark = ({ tone, icon: Icon, children }: Mark) => (
  <span className={classes.mark} data-tone={tone}>
    <Icon aria-hidden stroke={2} />
    {children}
  </span>
);
