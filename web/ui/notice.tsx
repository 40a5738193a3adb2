import { IconAlertCircle, IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './notice.module.css';

const icons = { red: IconAlertCircle, amber: IconAlertTriangle, green: IconCircleCheck };

interface Notice {
  tone: keyof typeof icons;
  title?: string;
  children?: ReactNode;
}

/** Something to know, where it matters. Refusals are read out at once. */
export function Notice({ tone, title, children }: Notice) {
  const Icon = icons[tone];
  return (
    <div className={classes.notice} data-tone={tone} role={tone === 'green' ? undefined : 'alert'}>
      <Icon aria-hidden />
      <div className={classes.content}>
        {title ? <strong>{title}</strong> : null}
        {children ? <div>{children}</div> : null}
      </div>
    </div>
  );
}
