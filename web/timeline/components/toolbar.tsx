import { useSpeech } from '../../words/use-speech.tsx';
import { ActionIcon, Button, Popover, SegmentedControl } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { IconCalendarPlus, IconChevronLeft, IconChevronRight, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import type { LocalDate } from '@smooth/engine/types.ts';
import { useState } from 'react';
import { useTongue } from '../tongue.ts';
import { datesOf, stepDate, type View, views } from '../axis.ts';
import { mostZoom } from '../timeline-search.ts';
import classes from './toolbar.module.css';

interface Toolbar {
  view: View;
  date: LocalDate;
  today: LocalDate;
  zoom: number;
  onView: (view: View) => void;
  onDate: (date: LocalDate) => void;
  onZoom: (zoom: number) => void;
  onNew: (() => void) | null;
  /** Filters and the ways of looking. */
  children: React.ReactNode;
}

export function Toolbar({ view, date, today, zoom, onView, onDate, onZoom, onNew, children }: Toolbar) {
  const { text } = useSpeech('timeline');
  return (
    <header className={classes.bar}>
      <h1 className={classes.title}>{text('title')}</h1>
      <div className={classes.dates}>
        <Button size="xs" variant="default" onClick={() => onDate(today)}>
          {text('today')}
        </Button>
        <Arrow label={text('earlier')} onClick={() => onDate(stepDate(view, date, -1))} icon={<IconChevronLeft />} />
        <Arrow label={text('later')} onClick={() => onDate(stepDate(view, date, 1))} icon={<IconChevronRight />} />
        <DateChoice view={view} date={date} onDate={onDate} />
      </div>
      <div className={classes.spring} />
      {children}
      <ActionIcon.Group className={classes.zoom}>
        <Zoom
          label={text('zoom_out')}
          isOff={zoom <= -mostZoom}
          onClick={() => onZoom(zoom - 1)}
          icon={<IconZoomOut />}
        />
        <Zoom label={text('zoom_in')} isOff={zoom >= mostZoom} onClick={() => onZoom(zoom + 1)} icon={<IconZoomIn />} />
      </ActionIcon.Group>
      <SegmentedControl
        size="xs"
        aria-label={text('show')}
        data={views.map((value) => ({ value, label: text(`view_${value}`) }))}
        value={view}
        onChange={(value) => onView(value)}
      />
      {onNew ? (
        <Button
          size="xs"
          className={classes.new}
          aria-label={text('new_appointment')}
          leftSection={<IconCalendarPlus size="1.3em" />}
          onClick={onNew}
        >
          <span className={classes.newLabel}>{text('new_appointment')}</span>
        </Button>
      ) : null}
    </header>
  );
}

interface Tool {
  label: string;
  icon: React.ReactNode;
  onClick: () => void;
  isOff?: boolean;
}

const Arrow = ({ label, icon, onClick }: Tool) => (
  <ActionIcon variant="subtle" color="gray" aria-label={label} title={label} onClick={onClick}>
    {icon}
  </ActionIcon>
);

const Zoom = ({ label, icon, onClick, isOff = false }: Tool) => (
  <ActionIcon variant="default" size="input-xs" aria-label={label} title={label} disabled={isOff} onClick={onClick}>
    {icon}
  </ActionIcon>
);

/** The dates that are shown, and behind them a month to choose another one from. */
function DateChoice({ view, date, onDate }: Pick<Toolbar, 'view' | 'date' | 'onDate'>) {
  const { text } = useSpeech('timeline');
  const format = useTongue();
  const [isOpen, open] = useState(false);
  const { from, to } = datesOf(view, date);
  const at = (on: string) => Date.parse(`${on}T00:00:00Z`);
  const words = {
    day: () => format.longDay(date),
    week: () =>
      new Intl.DateTimeFormat(format.locale, {
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        timeZone: 'UTC',
      }).formatRange(at(from), at(to)),
    month: () =>
      new Intl.DateTimeFormat(format.locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(at(from)),
  }[view]();
  return (
    <Popover opened={isOpen} onChange={open} position="bottom-start" trapFocus>
      <Popover.Target>
        <Button size="xs" variant="subtle" color="gray" className={classes.date} onClick={() => open(!isOpen)}>
          <span className={classes.long}>{words}</span>
          <span className={classes.short}>{view === 'day' ? format.day(date) : words}</span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <DatePicker
          aria-label={text('choose_date')}
          firstDayOfWeek={1}
          value={date}
          defaultDate={date}
          onChange={(chosen) => {
            if (chosen) onDate(chosen);
            open(false);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
