import { Kbd } from '@mantine/core';
import classes from './command.module.css';

/** Keys as they stand on the keyboard; the words beside them say what they do. */
export const Keys = ({ keys }: { keys: readonly string[] }) => (
  <span className={classes.keys} aria-hidden>
    {keys.map((key) => (
      <Kbd key={key} size="xs">
        {key.length === 1 ? key.toUpperCase() : key}
      </Kbd>
    ))}
  </span>
);
