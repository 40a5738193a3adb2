import type { ReactNode } from 'react';
import classes from './facts.module.css';

export const Facts = ({ children }: { children: ReactNode }) => <dl className={classes.facts}>{children}</dl>;

/** One fact with its name; an absent one is a dash. */
export const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <>
    <dt className={classes.name}>{name}</dt>
    <dd className={classes.value}>{children === null || children === undefined || children === '' ? '–' : children}</dd>
  </>
);
