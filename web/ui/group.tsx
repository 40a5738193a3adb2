import type { ReactNode } from 'react';
import classes from './group.module.css';

interface Group {
  label: string;
  className?: string | undefined;
  children: ReactNode;
}

/** Fields that belong together, named for those who do not see them. */
export const Group = ({ label, className, children }: Group) => (
  <fieldset aria-label={label} className={className ? `${classes.plain} ${className}` : classes.plain}>
    {children}
  </fieldset>
);

/** Fields of a form that may only be read. */
export const Editable = ({ when, children }: { when: boolean; children: ReactNode }) => (
  <fieldset disabled={!when} className={classes.open}>
    {children}
  </fieldset>
);
