import { useSpeech } from '../../words/use-speech.tsx';
import { ActionIcon, Button, Popover, SegmentedControl } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { IconCalendarPlus, IconChevronLeft, IconChevronRight, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import type { LocalDate } from '@smooth/engine/types.ts';
import { useState } from 'react';
import { type Tongue, useTongue } from '../tongue.ts';
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
      <Dates view={view} date={date} today={today} onDate={onDate} />
      <div className={classes.spring} />
      {children}
      <Zooms zoom={zoom} onZoom={onZoom} />
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

function Dates({ view, date, today, onDate }: Pick<Toolbar, 'view' | 'date' | 'today' | 'onDate'>) {
  const { text } = useSpeech('timeline');
  return (
    <div className={classes.dates}>
      <Button size="xs" variant="default" onClick={() => onDate(today)}>
        {text('today')}
      </Button>
      <Arrow label={text('earlier')} onClick={() => onDate(stepDate(view, date, -1))} icon={<IconChevronLeft />} />
      <Arrow label={text('later')} onClick={() => onDate(stepDate(view, date, 1))} icon={<IconChevronRight />} />
      <DateChoice view={view} date={date} onDate={onDate} />
    </div>
  );
}

function Zooms({ zoom, onZoom }: Pick<Toolbar, 'zoom' | 'onZoom'>) {
  const { text } = useSpeech('timeline');
  const isLeast = zoom <= -mostZoom;
  const isMost = zoom >= mostZoom;
  return (
    <ActionIcon.Group className={classes.zoom}>
      <Zoom label={text('zoom_out')} isOff={isLeast} onClick={() => onZoom(zoom - 1)} icon={<IconZoomOut />} />
      <Zoom label={text('zoom_in')} isOff={isMost} onClick={() => onZoom(zoom + 1)} icon={<IconZoomIn />} />
    </ActionIcon.Group>
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
  const words = datesWords(view, date, format);
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

/** `Tuesday, July 14, 2026`, `Jul 13 – 19, 2026` or `July 2026`. */
function datesWords(view: View, date: LocalDate, { locale, longDay }: Tongue): string {
  if (view === 'day') return longDay(date);
  const [from, to] = Object.values(datesOf(view, date)).map((on) => Date.parse(`${on}T00:00:00Z`)) as [number, number];
  const month = view === 'month' ? 'long' : 'short';
  const day = view === 'month' ? {} : ({ day: 'numeric' } as const);
  return new Intl.DateTimeFormat(locale, { ...day, month, year: 'numeric', timeZone: 'UTC' }).formatRange(from, to);
}
