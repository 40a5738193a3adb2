import { Modal } from '@mantine/core';
import type { Place } from '../../app/shells/place-link.tsx';
import { actionKeys, paletteKeys, roomKeys } from '../keys.ts';
import classes from './command.module.css';
import { Keys } from './keys.tsx';

/** Every shortcut on one sheet. */
export default function HelpSheet({ places, onClose }: { places: Place[]; onClose: () => void }) {
  const rooms = places.flatMap(({ to, label }): Line[] => {
    const letter = to === undefined ? undefined : roomKeys[to];
    return letter ? [{ label, keys: ['G', letter] }] : [];
  });
  const actions = Object.entries(actionKeys).map(([key, label]): Line => ({ label, keys: [key] }));
  return (
    <Modal opened onClose={onClose} title="Keyboard shortcuts" size="lg" centered>
      <div className={classes.sheet}>
        <Lines
          title="Everywhere"
          lines={[{ label: 'Search, or go anywhere', keys: paletteKeys() }, ...actions, closing]}
        />
        <Lines title="Go to, one key after the other" lines={rooms} />
      </div>
    </Modal>
  );
}

interface Line {
  label: string;
  keys: readonly string[];
}
const closing: Line = { label: 'Close what is open', keys: ['Esc'] };

const Lines = ({ title, lines }: { title: string; lines: Line[] }) => (
  <section className={classes.lines} aria-label={title}>
    <h3>{title}</h3>
    <dl>
      {lines.map(({ label, keys }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <span className="unseen">{keys.join(' ')}</span>
            <Keys keys={keys} />
          </dd>
        </div>
      ))}
    </dl>
  </section>
);
