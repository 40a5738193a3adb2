import { IconBox, IconDoor } from '@tabler/icons-react';
import { type CSSProperties, memo } from 'react';
import type { Axis } from '../axis.ts';
import type { Row } from '../model.ts';
import { load } from '../rows.ts';
import { useTongue } from '../tongue.ts';
import classes from './row.module.css';

interface RowName {
  row: Row;
  axis: Axis;
  top: number;
  height: number;
}

/** Who or what, and how much of the time shown is booked. */
export const RowName = memo(function RowName({ row, axis, top, height }: RowName) {
  const { count, say } = useTongue();
  const { resource } = row;
  const { hours, share } = load(row, axis.days[0]!.start, axis.days.at(-1)!.end);
  const shown = count(Math.round(hours * 10) / 10);
  const Icon = resource.type === 'room' ? IconDoor : IconBox;
  return (
    <div
      className={classes.name}
      style={{ top, height }}
      title={`${resource.name}, ${say.text('booked', { hours: shown })}`}
    >
      {resource.type === 'staff' ? (
        <span className={classes.face} data-person style={{ '--c': resource.color } as CSSProperties}>
          {initials(resource.name)}
        </span>
      ) : (
        <span className={classes.face} style={{ '--c': resource.color } as CSSProperties}>
          <Icon aria-hidden size={16} stroke={1.8} />
        </span>
      )}
      <span className={classes.who}>{resource.name}</span>
      <span className={classes.hours}>{shown} h</span>
      <i className={classes.load} style={{ '--share': share } as CSSProperties} />
    </div>
  );
});

const initials = (name: string) =>
  name
    .split(/\s+/)
    .map((word) => word.charAt(0))
    .filter((_, index, letters) => index === 0 || index === letters.length - 1)
    .join('');
