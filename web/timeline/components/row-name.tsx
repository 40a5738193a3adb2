import { Avatar } from '@mantine/core';
import { IconBox, IconDoor } from '@tabler/icons-react';
import { type CSSProperties, memo } from 'react';
import type { Axis } from '../axis.ts';
import type { Row } from '../model.ts';
import { load } from '../rows.ts';
import { texts } from '../texts.ts';
import classes from './row.module.css';

/** Who or what, and how much of the time shown is booked. */
export const RowName = memo(function RowName({ row, axis }: { row: Row; axis: Axis }) {
  const { resource } = row;
  const { hours, share } = load(row, axis.days[0]!.start, axis.days.at(-1)!.end);
  const Icon = resource.type === 'room' ? IconDoor : IconBox;
  return (
    <div className={classes.name} title={`${resource.name}, ${texts.booked(hoursText(hours))}`}>
      {resource.type === 'staff' ? (
        <Avatar className={classes.face} name={resource.name} size={28} color={resource.color} />
      ) : (
        <span className={classes.face} style={{ '--c': resource.color } as CSSProperties}>
          <Icon aria-hidden size={16} stroke={1.8} />
        </span>
      )}
      <span className={classes.who}>{resource.name}</span>
      <span className={classes.hours}>{hoursText(hours)} h</span>
      <i className={classes.load} style={{ '--share': share } as CSSProperties} />
    </div>
  );
});

const hoursText = (hours: number) => String(Math.round(hours * 10) / 10);
