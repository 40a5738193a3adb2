import type { CSSProperties } from 'react';
import { daysIn } from '../axis.ts';
import type { Row } from '../model.ts';
import { closedWithin, isGone, load } from '../rows.ts';
import classes from './row.module.css';
import type { RowLook } from '../row-look.ts';

/** A month at a glance: how many appointments a day has and how full it is. A click opens the day. */
export function DayCells({ row, look }: { row: Row; look: RowLook }) {
  return daysIn(look.axis, look.left, look.right).map(({ on, start, end, x, width }) => {
    const closed = closedWithin(row.open, start, end);
    const isClosed = closed[0] === start && closed[1] === end;
    const count = row.bars.filter(({ bar }) => bar.start < end && bar.end > start && !isGone(bar.of.status)).length;
    const label = `${look.format.day(on)}: ${look.format.say.count('cell', count)}`;
    return (
      <button
        key={on}
        type="button"
        tabIndex={-1}
        className={classes.cell}
        data-day={on}
        data-closed={isClosed || undefined}
        style={{ marginLeft: x, width: width - 1, '--share': load(row, start, end).share } as CSSProperties}
        aria-label={label}
        title={label}
      >
        {count > 0 ? count : null}
      </button>
    );
  });
}
