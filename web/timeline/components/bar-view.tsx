import type { CSSProperties, ReactElement } from 'react';
import type { Tongue } from '../tongue.ts';
import { colorOf } from '../colors.ts';
import type { RowBar } from '../model.ts';
import { LANE, ROW_EDGE } from '../rows.ts';
import type { Coloring } from '../timeline-search.ts';
import { flagsOf, lineOf, nameOf, sentenceOf } from '../words.ts';
import classes from './bar.module.css';

interface Drawn {
  placed: RowBar;
  /** The name of the row. */
  resource: string;
  x: number;
  width: number;
  /** Pixels of padding. */
  before: number;
  after: number;
  coloring: Coloring;
  isFocus: boolean;
  isOpen: boolean;
  format: Tongue;
}

const TWO_LINES_PX = 76;
const ONE_LINE_PX = 36;
const FLAGS_PX = 116;
/** Less than this is not seen. */
const PADDING_PX = 2;
const SHORT_MS = 30 * 60_000;

/**
 * One appointment or class in one row. There are hundreds of them in sight, so it is no component, has few elements, and
 * only says what is not the same for most.
 */
export function drawBar(drawn: Drawn): ReactElement {
  const { placed, resource, width, isFocus, isOpen, format } = drawn;
  const { bar } = placed;
  const { of } = bar;
  const size = sizeOf(drawn);
  return (
    <button
      key={bar.id}
      type="button"
      className={classes.bar}
      data-bar={bar.id}
      data-kind={of.kind === 'class' ? 'class' : undefined}
      data-status={PLAIN.has(of.status) ? undefined : of.status}
      data-size={size}
      data-fixed={of.can.includes('reschedule') ? undefined : true}
      data-open={isOpen || undefined}
      style={styleOf(drawn)}
      tabIndex={isFocus ? 0 : -1}
      aria-label={sentenceOf(bar, format, resource)}
    >
      {/* The space parts the lines for whoever hears them, or takes them as text. */}
      {size ? <b>{nameOf(bar, format)} </b> : null}
      {size === 'full' ? <span>{lineOf(bar, format)}</span> : null}
      {size === 'full' && width >= FLAGS_PX ? flagsOf(of).map((flag) => <i key={flag} data-flag={flag} />) : null}
    </button>
  );
}

/** Statuses that look like any other. */
const PLAIN = new Set(['confirmed', 'scheduled']);

/** What there is room for: two lines, one, or nothing but a strip. */
function sizeOf({ width, placed: { bar } }: Drawn): 'full' | 'line' | undefined {
  if (width < ONE_LINE_PX) return undefined;
  return width < TWO_LINES_PX || bar.end - bar.start < SHORT_MS ? 'line' : 'full';
}

function styleOf({ placed: { bar, lane }, x, width, before, after, coloring }: Drawn): CSSProperties {
  const pads = [...shadows(before, -width), ...shadows(after, width)].join();
  return {
    marginLeft: x,
    width,
    '--c': colorOf(bar, coloring),
    ...(lane > 0 && { marginTop: ROW_EDGE + lane * LANE }),
    ...(pads && { '--pads': pads }),
  } as CSSProperties;
}

/** Padding is a shadow beside the bar, for it costs no element; one reaches as far as the bar is wide. */
function shadows(padding: number, width: number): string[] {
  if (padding < PADDING_PX) return [];
  const count = Math.ceil(padding / Math.abs(width));
  return Array.from({ length: count }, (_, index) => {
    const x = Math.sign(width) * Math.min(padding, Math.abs(width) * (index + 1));
    return `${x}px 0 var(--pad)`;
  });
}
