import { memo } from 'react';
import type { Format } from '../../app/format.ts';
import { colorOf } from '../colors.ts';
import type { RowBar } from '../model.ts';
import { LANE, ROW_EDGE } from '../rows.ts';
import type { Coloring } from '../timeline-search.ts';
import { flagsOf, lineOf, nameOf, sentenceOf } from '../words.ts';
import classes from './bar.module.css';

interface BarView {
  placed: RowBar;
  row: { id: string; name: string };
  x: number;
  width: number;
  /** Pixels of padding. */
  before: number;
  after: number;
  coloring: Coloring;
  isFocus: boolean;
  isOpen: boolean;
  format: Format;
}

const TWO_LINES_PX = 76;
const ONE_LINE_PX = 36;
const FLAGS_PX = 116;
/** Less than this is not seen. */
const PADDING_PX = 2;
const SHORT_MS = 30 * 60_000;

/** One appointment or class in one row. Few elements, for there are hundreds of them in sight. */
export const BarView = memo(function BarView({
  placed,
  row,
  x,
  width,
  before,
  after,
  coloring,
  isFocus,
  isOpen,
  format,
}: BarView) {
  const { bar, lane } = placed;
  const { of } = bar;
  const size = width < ONE_LINE_PX ? 'strip' : width < TWO_LINES_PX || bar.end - bar.start < SHORT_MS ? 'line' : 'full';
  const sentence = sentenceOf(bar, format, row.name);
  const style = {
    left: x,
    width,
    top: ROW_EDGE + lane * LANE,
    height: LANE - 4,
    '--c': colorOf(bar, coloring),
    '--before': `${before}px`,
    '--after': `${after}px`,
  };
  return (
    <button
      type="button"
      className={classes.bar}
      data-bar={bar.id}
      data-row={row.id}
      data-kind={of.kind}
      data-status={of.status}
      data-size={size}
      data-movable={of.can.includes('reschedule') || undefined}
      data-padded={before >= PADDING_PX || after >= PADDING_PX || undefined}
      data-open={isOpen || undefined}
      style={style}
      tabIndex={isFocus ? 0 : -1}
      aria-label={sentence}
      title={size === 'full' ? undefined : sentence}
    >
      {size === 'strip' ? null : <b>{nameOf(bar)}</b>}
      {size === 'full' ? <span>{lineOf(bar, format)}</span> : null}
      {size === 'full' && width >= FLAGS_PX ? flagsOf(of).map((flag) => <i key={flag} data-flag={flag} />) : null}
    </button>
  );
});
