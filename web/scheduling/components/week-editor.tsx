import { ActionIcon, Menu, Switch, TextInput, Tooltip } from '@mantine/core';
import type { Weekday, WeeklyWindow } from '@smooth/engine/types.ts';
import { IconCopy, IconPlus, IconX } from '@tabler/icons-react';
import { useSpeech } from '../../words/use-speech.tsx';
import { useFormat } from '../../app/format-context.tsx';
import { copied, dayProblem, type DayWindow, nextWindow, weekdays, windowsOf, withDay } from '../week.ts';
import { Group } from '../../ui/group.tsx';
import classes from './week.module.css';

type Noun = 'hours' | 'break';

interface WeekEditor {
  /** What a window is. */
  noun: Noun;
  /** What an empty day is called: "Closed", "No break". */
  none: string;
  value: WeeklyWindow[];
  first?: () => DayWindow;
  onChange: (week: WeeklyWindow[]) => void;
}

/** Windows per weekday; a day can be copied to others. */
export function WeekEditor({ noun, none, value, first, onChange }: WeekEditor) {
  const { locale } = useFormat();
  const name = (weekday: Weekday) =>
    new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, weekday));
  return (
    <div className={classes.week}>
      {weekdays.map((weekday) => (
        <DayRow
          key={weekday}
          name={name(weekday)}
          noun={noun}
          none={none}
          first={first}
          windows={windowsOf(value, weekday)}
          onChange={(windows) => onChange(withDay(value, weekday, windows))}
          onCopy={(to) => onChange(copied(value, weekday, to))}
          weekday={weekday}
        />
      ))}
    </div>
  );
}

interface DayRow {
  weekday: Weekday;
  name: string;
  noun: Noun;
  none: string;
  first: (() => DayWindow) | undefined;
  windows: DayWindow[];
  onChange: (windows: DayWindow[]) => void;
  onCopy: (to: Weekday[]) => void;
}

function DayRow({ weekday, name, noun, none, first, windows, onChange, onCopy }: DayRow) {
  const speech = useSpeech('scheduling');
  const { text } = speech;
  const problem = dayProblem(windows, speech);
  const add = () => onChange([...windows, windows.length === 0 && first ? first() : nextWindow(windows)]);
  const others = weekdays.filter((other) => other !== weekday);
  return (
    <Group className={classes.day} label={name}>
      <Switch
        label={name}
        checked={windows.length > 0}
        onChange={({ currentTarget }) => (currentTarget.checked ? add() : onChange([]))}
      />
      <div className={classes.windows}>
        {windows.length === 0 ? <span className="soft">{none}</span> : null}
        {windows.map((window, index) => (
          <WindowFields
            key={index}
            label={text(`window_${noun}`, { day: name, number: index + 1 })}
            window={window}
            onChange={(changed) => onChange(windows.with(index, changed))}
            onRemove={() => onChange(windows.toSpliced(index, 1))}
          />
        ))}
        {problem ? (
          <p role="alert" className={classes.problem}>
            {problem}
          </p>
        ) : null}
      </div>
      <div className={classes.tools}>
        <Tool label={text(`add_${noun}_on`, { day: name })} icon={<IconPlus size="1.2em" />} onClick={add} />
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" aria-label={text('copy_day', { day: name })}>
              <IconCopy size="1.2em" />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => onCopy(others.filter((other) => other <= 5))}>{text('copy_weekdays')}</Menu.Item>
            <Menu.Item onClick={() => onCopy(others)}>{text('copy_all')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
    </Group>
  );
}

interface WindowFields {
  label: string;
  window: DayWindow;
  onChange: (window: DayWindow) => void;
  onRemove: () => void;
}

export function WindowFields({ label, window, onChange, onRemove }: WindowFields) {
  const { text } = useSpeech('scheduling');
  return (
    <div className={classes.window}>
      <TextInput
        type="time"
        aria-label={text('window_from', { window: label })}
        value={window.start}
        onChange={({ currentTarget }) => onChange({ ...window, start: currentTarget.value })}
      />
      <span aria-hidden>–</span>
      <TextInput
        type="time"
        aria-label={text('window_until', { window: label })}
        value={window.end}
        onChange={({ currentTarget }) => onChange({ ...window, end: currentTarget.value })}
      />
      <Tool label={text('window_remove', { window: label })} icon={<IconX size="1.2em" />} onClick={onRemove} />
    </div>
  );
}

const Tool = ({ label, icon, onClick }: { label: string; icon: React.ReactNode; onClick: () => void }) => (
  <Tooltip label={label}>
    <ActionIcon variant="subtle" color="gray" aria-label={label} onClick={onClick}>
      {icon}
    </ActionIcon>
  </Tooltip>
);
