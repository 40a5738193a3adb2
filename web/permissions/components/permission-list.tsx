import { Checkbox } from '@mantine/core';
import type { Permission } from '@smooth/contract/identity/permissions.ts';
import { IconCheck, IconMinus } from '@tabler/icons-react';
import { useFormat } from '../../app/format-context.tsx';
import type { Format } from '../../app/format.ts';
import { type SpeechOf, useSpeech } from '../../words/use-speech.tsx';
import { bySubject, useActionWords } from '../action-words.ts';
import classes from './permission-list.module.css';

interface PermissionList {
  rows: Permission[];
  /** Whether anything can be changed at all. */
  isOpen: boolean;
  onTick: (action: string, ticked: boolean) => void;
}

/** Action by action, under what it is about. */
export function PermissionList({ rows, isOpen, onTick }: PermissionList) {
  const words = useActionWords();
  return (
    <div className={classes.groups}>
      {bySubject(rows, words).map((group) => (
        <fieldset key={group.subject} className={classes.group}>
          <legend>{group.subject}</legend>
          {group.rows.map((row) => (
            <Line key={row.action} row={row} isOpen={isOpen} onTick={onTick} />
          ))}
        </fieldset>
      ))}
    </div>
  );
}

function Line({ row, isOpen, onTick }: { row: Permission } & Pick<PermissionList, 'isOpen' | 'onTick'>) {
  const speech = useSpeech('permissions');
  const format = useFormat();
  const { name } = useActionWords();
  const { action, by_role, can } = row;
  const why = sourceOf(row, { speech, format, isOpen });
  const isFixed = by_role === 'always' || !isOpen;
  if (isFixed)
    return (
      <p className={classes.fixed} data-held={by_role !== null || row.is_given || row.granted_until !== null}>
        {by_role !== null || row.is_given || row.granted_until ? <IconCheck aria-hidden /> : <IconMinus aria-hidden />}
        {name(action)}
        {why ? <span className="caption">{why}</span> : null}
      </p>
    );
  return (
    <Checkbox
      size="xs"
      classNames={{ label: classes.what, description: classes.why }}
      label={name(action)}
      description={why}
      checked={row.is_given}
      disabled={!can.give && !can.take}
      onChange={({ currentTarget }) => onTick(action, currentTarget.checked)}
    />
  );
}

interface Telling {
  speech: SpeechOf<'permissions'>;
  format: Format;
  isOpen: boolean;
}

/** From where somebody has it, or why it cannot be given. */
function sourceOf(
  { by_role, is_given, granted_until, can }: Permission,
  { speech: { text }, format, isOpen }: Telling,
): string | undefined {
  if (by_role === 'always') return text('by_role');
  if (is_given) return text('given');
  if (granted_until) return text('for_a_while', { when: format.dateTime(granted_until) });
  if (isOpen && !can.give) return text('not_yours');
  if (by_role === 'when') return text('by_role_partly');
  return isOpen ? undefined : text('not_held');
}
