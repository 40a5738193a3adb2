import { memo } from 'react';
import { xOf } from '../axis.ts';
import type { Focus } from '../keys.ts';
import type { Row } from '../model.ts';
import { closedWithin } from '../rows.ts';
import { drawBar } from './bar-view.tsx';
import type { RowLook } from '../row-look.ts';
import { DayCells } from './day-cells.tsx';
import { OffView } from './off-view.tsx';
import classes from './row.module.css';

interface RowView {
  row: Row;
  top: number;
  height: number;
  look: RowLook;
  /** Set only where it concerns this row, so that the others need not be drawn again. */
  focus: Focus | null;
  openId: string | undefined;
}

export const RowView = memo(function RowView({ row, top, height, look, focus, openId }: RowView) {
  return (
    <div
      className={classes.row}
      data-row={row.resource.id}
      style={{ top, height, left: look.names, width: look.axis.width }}
    >
      {look.isCells ? <DayCells row={row} look={look} /> : <Bars row={row} look={look} focus={focus} openId={openId} />}
    </div>
  );
});

function Bars({ row, look, focus, openId }: Pick<RowView, 'row' | 'look' | 'focus' | 'openId'>) {
  const { axis, left, right, coloring, format } = look;
  const isIn = (from: number, until: number) => until > left && from < right;
  return (
    <>
      <Hatch row={row} look={look} />
      {row.offs.map((off) => (
        <OffView key={`${off.id} ${off.start}`} off={off} axis={axis} format={format} isOpen={openId === off.id} />
      ))}
      {row.bars.map((placed) => {
        const { bar } = placed;
        const [from, until] = [xOf(axis, placed.from), xOf(axis, placed.until)];
        if (!isIn(from, until) || until === from) return null;
        const x = xOf(axis, bar.start);
        const width = Math.max(xOf(axis, bar.end) - x - 1, 3);
        return drawBar({
          placed,
          resource: row.resource.name,
          x,
          width,
          before: x - from,
          after: Math.max(0, until - x - width - 1),
          coloring,
          isFocus: focus?.bar === bar.id,
          isOpen: openId === bar.id,
          format,
        });
      })}
    </>
  );
}

/** Closed time. Pieces that touch on the screen are one, although a night that is not shown lies between them. */
function Hatch({ row, look: { axis, left, right } }: Pick<RowView, 'row' | 'look'>) {
  const pieces: { x: number; until: number }[] = [];
  for (const day of axis.days) {
    if (day.x + day.width < left || day.x > right) continue;
    const closed = closedWithin(row.open, day.start, day.end);
    for (let at = 0; at < closed.length; at += 2) {
      const [x, until] = [
        xOf(axis, closed[at]!),
        closed[at + 1]! >= day.end ? day.x + day.width : xOf(axis, closed[at + 1]!),
      ];
      const last = pieces.at(-1);
      if (last && last.until >= x - 0.5) last.until = until;
      else pieces.push({ x, until });
    }
  }
  return pieces.map(({ x, until }) => (
    <i key={x} className={classes.closed} style={{ marginLeft: x, width: until - x }} />
  ));
}
