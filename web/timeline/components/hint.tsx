import { IconAlertTriangle } from '@tabler/icons-react';
import classes from './hint.module.css';

/** What stands in the way, as it is told while dragging. Always there, so that its words are read out when they come. */
export const HintLine = ({ why }: { why: string | null }) => (
  <output className={classes.hint} data-empty={why === null || undefined}>
    {why ? (
      <>
        <IconAlertTriangle aria-hidden size="1.3em" />
        {why}
      </>
    ) : null}
  </output>
);
