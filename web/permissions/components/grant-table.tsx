import { Button, Checkbox } from '@mantine/core';
import type { Grant } from '@smooth/contract/identity/permissions.ts';
import { IconBan, IconCircleCheck, IconClockOff } from '@tabler/icons-react';
import { useFormat } from '../../app/format-context.tsx';
import type { Format } from '../../app/format.ts';
import { Mark } from '../../ui/mark.tsx';
import { aboveRow, type Column, Table } from '../../ui/table.tsx';
import { type SpeechOf, useSpeech } from '../../words/use-speech.tsx';
import { type ActionWords, useActionWords } from '../action-words.ts';
import { timeLeft } from '../grant-state.ts';
import classes from './grants.module.css';

interface GrantTable {
  grants: Grant[];
  now: number;
  ticked: ReadonlySet<string>;
  onTick: (id: string, isOn: boolean) => void;
  onRevoke: (grant: Grant) => void;
}

export function GrantTable({ grants, ...rest }: GrantTable) {
  const speech = useSpeech('permissions');
  const format = useFormat();
  const words = useActionWords();
  return (
    <Table
      label={speech.text('grants')}
      columns={columnsIn({ ...rest, speech, format, words })}
      rows={grants}
      keyOf={({ id }) => id}
    />
  );
}

const looks = {
  active: { tone: 'green', icon: IconCircleCheck },
  expired: { tone: 'quiet', icon: IconClockOff },
  revoked: { tone: 'red', icon: IconBan },
} as const;

interface Columns extends Omit<GrantTable, 'grants'> {
  speech: SpeechOf<'permissions'>;
  format: Format;
  words: ActionWords;
}

const columnsIn = (about: Columns): Column<Grant>[] => {
  const { speech, format, words, now } = about;
  const { text } = speech;
  return [
    { name: text('person'), cell: (grant) => <Who grant={grant} {...about} /> },
    { name: text('permission'), cell: ({ action }) => words.name(action) },
    {
      name: text('state'),
      cell: ({ status }) => <Mark {...looks[status]}>{text(`status_${status}`)}</Mark>,
    },
    {
      name: text('ends'),
      cell: ({ status, expires_at, revoked_at }) =>
        status === 'active' ? (
          <time dateTime={expires_at} title={format.dateTime(expires_at)}>
            {text('time_left', { left: timeLeft(expires_at, now, format) })}
          </time>
        ) : (
          format.dateTime(revoked_at ?? expires_at)
        ),
    },
    { name: text('reason'), cell: ({ reason }) => <span title={reason}>{reason}</span> },
    { name: text('given_by'), cell: ({ grantor }) => grantor.name },
    { name: text('revoke'), cell: (grant) => <Revoke grant={grant} {...about} /> },
  ];
};

function Who({ grant, speech, words, ticked, onTick }: Columns & { grant: Grant }) {
  const { id, action, grantee, can } = grant;
  return (
    <span className={classes.who}>
      <Checkbox
        size="xs"
        aria-label={speech.text('select', { permission: words.name(action), name: grantee.name })}
        disabled={!can.revoke}
        checked={can.revoke && ticked.has(id)}
        onChange={({ currentTarget }) => onTick(id, currentTarget.checked)}
      />
      <strong>{grantee.name}</strong>
    </span>
  );
}

function Revoke({ grant, speech, words, onRevoke }: Columns & { grant: Grant }) {
  if (!grant.can.revoke) return null;
  return (
    <Button
      className={aboveRow}
      size="compact-xs"
      variant="default"
      aria-label={speech.text('revoke_of', { permission: words.name(grant.action), name: grant.grantee.name })}
      onClick={() => onRevoke(grant)}
    >
      {speech.text('revoke')}
    </Button>
  );
}
