import { useSpeech } from '../../words/use-speech.tsx';
import { Menu } from '@mantine/core';
import {
  IconArrowsMove,
  IconArrowsHorizontal,
  IconCalendarOff,
  IconCalendarPlus,
  IconExternalLink,
  IconKeyboard,
  IconTrash,
} from '@tabler/icons-react';
import { formatInstant } from '@smooth/engine/instant.ts';
import { useTongue } from '../tongue.ts';
import { type Verb, verbs } from '../../scheduling/appointment-verbs.ts';
import { type Bar, mayMove, type Off, type Thing } from '../model.ts';

/** What the menu was opened on, and where. */
export type MenuSubject = { x: number; y: number } & (
  | { on: 'bar'; bar: Bar; row: string }
  | { on: 'off'; off: Off; row: string }
  | { on: 'time'; row: string; start: number; mayBlock: boolean }
);

interface BarMenu {
  subject: MenuSubject | null;
  onClose: () => void;
  onOpen: (bar: Bar) => void;
  onMove: (thing: Thing) => void;
  onOff: (off: Off) => void;
  onKeys: (thing: Thing, row: string, grip: 'bar' | 'end') => void;
  onVerb: (verb: Verb, bar: Bar) => void;
  onUnblock: (off: Off) => void;
  onMake: (make: 'appointment' | 'block', row: string, start: number) => void;
}

/** The menu way of everything: on a bar, on time off, on empty time. */
export function BarMenu({ subject, onClose, ...does }: BarMenu) {
  if (!subject) return null;
  return (
    <Menu opened onClose={onClose} position="bottom-start" offset={0} width="16em" returnFocus>
      <Menu.Target>
        <span style={{ position: 'fixed', left: subject.x, top: subject.y }} />
      </Menu.Target>
      <Menu.Dropdown>
        {subject.on === 'bar' ? <OfBar {...does} bar={subject.bar} row={subject.row} /> : null}
        {subject.on === 'off' ? <OfOff {...does} off={subject.off} row={subject.row} /> : null}
        {subject.on === 'time' ? <OfTime {...does} {...subject} /> : null}
      </Menu.Dropdown>
    </Menu>
  );
}

type Does = Omit<BarMenu, 'subject' | 'onClose'>;

function OfBar({ bar, row, onOpen, onVerb, ...does }: Does & { bar: Bar; row: string }) {
  const { text } = useSpeech('timeline');
  const scheduling = useSpeech('scheduling');
  const { can, kind } = bar.of;
  // A class is cancelled in its panel, where everybody in it is seen.
  const steps = kind === 'class' ? [] : (Object.keys(verbs) as Verb[]).filter((verb) => can.includes(verb));
  return (
    <>
      <Menu.Item leftSection={<IconExternalLink size="1.2em" />} onClick={() => onOpen(bar)}>
        {text('open')}
      </Menu.Item>
      <Ways {...does} thing={bar} row={row} />
      {steps.length > 0 ? <Menu.Divider /> : null}
      {steps.map((verb) => (
        <Menu.Item key={verb} color={verb === 'cancel' ? 'red' : undefined} onClick={() => onVerb(verb, bar)}>
          {scheduling.text(verbs[verb].label)}
        </Menu.Item>
      ))}
    </>
  );
}

function OfOff({ off, row, onOff, onUnblock, ...does }: Does & { off: Off; row: string }) {
  const { text } = useSpeech('timeline');
  return (
    <>
      <Menu.Item leftSection={<IconExternalLink size="1.2em" />} onClick={() => onOff(off)}>
        {text('open')}
      </Menu.Item>
      <Ways {...does} thing={off} row={row} />
      {off.of.can.delete ? (
        <Menu.Item leftSection={<IconTrash size="1.2em" />} onClick={() => onUnblock(off)}>
          {text('remove_off')}
        </Menu.Item>
      ) : null}
    </>
  );
}

/** The ways to move something without dragging. */
function Ways({ thing, row, onMove, onKeys }: Pick<Does, 'onMove' | 'onKeys'> & { thing: Thing; row: string }) {
  const { text } = useSpeech('timeline');
  if (!mayMove(thing)) return null;
  return (
    <>
      <Menu.Item leftSection={<IconArrowsMove size="1.2em" />} onClick={() => onMove(thing)}>
        {text('move')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconKeyboard size="1.2em" />}
        rightSection={<kbd>M</kbd>}
        onClick={() => onKeys(thing, row, 'bar')}
      >
        {text('move_by_keys')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconArrowsHorizontal size="1.2em" />}
        rightSection={<kbd>R</kbd>}
        onClick={() => onKeys(thing, row, 'end')}
      >
        {text('resize_by_keys')}
      </Menu.Item>
    </>
  );
}

function OfTime({ row, start, mayBlock, onMake }: Does & { row: string; start: number; mayBlock: boolean }) {
  const { text } = useSpeech('timeline');
  const time = useTongue().time(formatInstant(start));
  return (
    <>
      <Menu.Item leftSection={<IconCalendarPlus size="1.2em" />} onClick={() => onMake('appointment', row, start)}>
        {text('new_at', { time })}
      </Menu.Item>
      {mayBlock ? (
        <Menu.Item leftSection={<IconCalendarOff size="1.2em" />} onClick={() => onMake('block', row, start)}>
          {text('block_from', { time })}
        </Menu.Item>
      ) : null}
    </>
  );
}
