import type { ApiRequest } from '@smooth/contract/tokens/tokens.ts';
import { IconAlertTriangle, IconBan, IconCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Format } from '../../app/format.ts';
import { useFormat } from '../../app/format-context.tsx';
import { Mark } from '../../ui/mark.tsx';
import { type Column, rowLink, Table } from '../../ui/table.tsx';
import { type SpeechOf, useSpeech } from '../../words/use-speech.tsx';

interface RequestTable {
  rows: ApiRequest[];
  open: string | undefined;
  more: { onMore: () => void; loading: boolean } | undefined;
}

export function RequestTable({ rows, open, more }: RequestTable) {
  const speech = useSpeech('tokens');
  const columns = columnsIn(speech, useFormat());
  const label = speech.text('requests');
  return <Table label={label} columns={columns} rows={rows} keyOf={({ id }) => id} openKey={open} more={more} />;
}

const columnsIn = ({ text }: SpeechOf<'tokens'>, { exactTime, locale }: Format): Column<ApiRequest>[] => [
  {
    name: text('request'),
    cell: ({ id, method, path }) => (
      <Link to="." search={(before) => ({ ...before, request: id })} className={rowLink} replace>
        <code title={path}>
          {method} {path}
        </code>
      </Link>
    ),
  },
  { name: text('token'), cell: ({ token }) => token.name },
  { name: text('status'), cell: (row) => <StatusMark {...row} /> },
  { name: text('when'), cell: ({ at }) => exactTime(at) },
  {
    name: text('took'),
    number: true,
    cell: ({ duration_ms }) => text('milliseconds', { count: tookIn(duration_ms, locale) }),
  },
  { name: text('address'), cell: ({ ip_address }) => ip_address },
];

export const tookIn = (milliseconds: number, locale: string): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: milliseconds < 10 ? 1 : 0 }).format(milliseconds);

export function StatusMark({ status, code }: Pick<ApiRequest, 'status' | 'code'>) {
  const words = code ? `${status} ${code}` : String(status);
  if (status >= 500)
    return (
      <Mark tone="red" icon={IconAlertTriangle}>
        {words}
      </Mark>
    );
  return status >= 400 ? (
    <Mark tone="amber" icon={IconBan}>
      {words}
    </Mark>
  ) : (
    <Mark tone="green" icon={IconCheck}>
      {words}
    </Mark>
  );
}
