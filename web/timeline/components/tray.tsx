import { useSpeech } from '../../words/use-speech.tsx';
import type { Tongue } from '../tongue.ts';
import { colorOf } from '../colors.ts';
import type { Bar } from '../model.ts';
import { cardLineOf, nameOf } from '../words.ts';
import classes from './tray.module.css';

interface Tray {
  bars: readonly Bar[];
  format: Tongue;
  onOpen: (bar: Bar) => void;
}

/** Requests that wait for an answer and appointments without a resource: cards to be dragged onto the calendar. */
export function Tray({ bars, format, onOpen }: Tray) {
  const { text } = useSpeech('timeline');
  if (bars.length === 0) return null;
  return (
    <section className={classes.tray} aria-label={text('tray')}>
      <h2 title={text('tray_about')}>
        {text('tray')} <small>{bars.length}</small>
      </h2>
      <ul>
        {bars.map((bar) => {
          const why = bar.of.status === 'pending_approval' ? text('pending') : text('unassigned');
          return (
            <li key={bar.id}>
              <button
                type="button"
                className={classes.card}
                data-card={bar.id}
                style={{ '--c': colorOf(bar, 'service') } as React.CSSProperties}
                title={why}
                onClick={() => onOpen(bar)}
              >
                <b>{nameOf(bar, format)}</b>
                <span>{cardLineOf(bar, format)}</span>
                <span className="unseen">{why}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
