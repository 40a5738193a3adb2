import type { Appointment } from '@smooth/contract/scheduling/appointments.ts';
import { Link } from '@tanstack/react-router';
import { useSpeech, type SpeechOf } from '../../words/use-speech.tsx';
import type { Format } from '../../app/format.ts';
import { useFormat } from '../../app/format-context.tsx';
import { aboveRow, type Column, rowLink, Table } from '../../ui/table.tsx';
import type { AppointmentSearch } from '../appointment-search.ts';
import { whoseName } from '../appointment-verbs.ts';
import { QuickVerbs } from './quick-verbs.tsx';
import { StatusMark } from './status-mark.tsx';

interface AppointmentTable {
  rows: Appointment[];
  search: AppointmentSearch;
  openId: string | undefined;
  more: { onMore: () => void; loading: boolean } | undefined;
}

export function AppointmentTable({ rows, search, openId, more }: AppointmentTable) {
  const speech = useSpeech('scheduling');
  const { text } = speech;
  const format = useFormat();
  return (
    <Table
      label={text('appointments')}
      columns={columns({ format, search, speech })}
      rows={rows}
      keyOf={({ id }) => id}
      openKey={openId}
      more={more}
    />
  );
}

interface Columns {
  format: Format;
  search: AppointmentSearch;
  speech: SpeechOf<'scheduling'>;
}

const columns = ({ format, search, speech }: Columns): Column<Appointment>[] => [
  {
    name: speech.text('customer'),
    cell: (row) => (
      <Link to="/appointments/$id" params={{ id: row.id }} search={search} className={rowLink}>
        {whoseName(row, speech)}
        {row.party_size > 1 ? ` × ${row.party_size}` : ''}
      </Link>
    ),
  },
  { name: speech.text('date'), cell: ({ start }) => format.shortDate(start) },
  { name: speech.text('time'), cell: ({ start, end }) => format.timeRange(start, end) },
  { name: speech.text('service'), cell: ({ service }) => service.name },
  { name: speech.text('with'), cell: ({ resources }) => resources.map(({ name }) => name).join(', ') },
  { name: speech.text('status'), cell: ({ status }) => <StatusMark status={status} /> },
  { name: speech.text('price'), number: true, cell: ({ price }) => format.money(price.amount_minor, price.currency) },
  {
    name: speech.text('actions'),
    number: true,
    cell: (row) => (
      <span className={aboveRow}>
        <QuickVerbs appointment={row} shown={0} />
      </span>
    ),
  },
];
