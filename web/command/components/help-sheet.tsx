import { Modal } from '@mantine/core';
import { useSpeech } from '../../words/use-speech.tsx';
import type { Place } from '../../app/shells/place-link.tsx';
import { actionKeys, paletteKeys, roomKeys } from '../keys.ts';
import classes from './command.module.css';
import { Keys } from './keys.tsx';

/** Every shortcut on one sheet. */
export default function HelpSheet({ places, onClose }: { places: Place[]; onClose: () => void }) {
  const { text } = useSpeech('command');
  const rooms = places.flatMap(({ to, label }): Line[] => {
    const letter = to === undefined ? undefined : roomKeys[to];
    return letter ? [{ label, keys: ['G', letter] }] : [];
  });
  const actions = Object.entries(actionKeys).map(([key, label]): Line => ({ label: text(label), keys: [key] }));
  const closing: Line = { label: text('close_open'), keys: ['Esc'] };
  return (
    <Modal opened onClose={onClose} title={text('shortcuts')} size="lg" centered>
      <div className={classes.sheet}>
        <Lines
          title={text('everywhere')}
          lines={[{ label: text('search_anything'), keys: paletteKeys() }, ...actions, closing]}
        />
        <Lines title={text('go_to_keys')} lines={rooms} />
      </div>
    </Modal>
  );
}

interface Line {
  label: string;
  keys: readonly string[];
}

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
