import { useSpeech } from '../../words/use-speech.tsx';
import { formatInstant } from '@smooth/engine/instant.ts';
import type { Tongue } from '../tongue.ts';
import { type Axis, xOf } from '../axis.ts';
import { mayMove, type Off } from '../model.ts';
import { nameOf } from '../words.ts';
import classes from './row.module.css';

const LABEL_PX = 64;

interface OffView {
  off: Off;
  axis: Axis;
  format: Tongue;
  isOpen: boolean;
}

/** Time off, with its reason where there is room for it. */
export function OffView({ off, axis, format, isOpen }: OffView) {
  const { text } = useSpeech('timeline');
  const x = xOf(axis, off.start);
  const width = xOf(axis, off.end) - x;
  if (width <= 0) return null;
  const why = nameOf(off, format);
  const range = format.dateTimeRange(formatInstant(off.start), formatInstant(off.end));
  const label = [why, range, off.of.is_recurring ? text('weekly') : null].filter(Boolean).join(', ');
  return (
    <button
      type="button"
      className={classes.off}
      data-off={off.of.id}
      data-start={off.start}
      data-fixed={mayMove(off) ? undefined : true}
      data-open={isOpen || undefined}
      style={{ marginLeft: x, width }}
      aria-label={label}
    >
      {width >= LABEL_PX ? why : null}
    </button>
  );
}
