import type { Appointment } from '@smooth/contract/scheduling/appointments.ts';
import { Link } from '@tanstack/react-router';
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
  const format = useFormat();
  return (
    <Table
      label="Appointments"
      columns={columns(format, search)}
      rows={rows}
      keyOf={({ id }) => id}
      openKey={openId}
      more={more}
    />
  );
}

const columns = (format: Format, search: AppointmentSearch): Column<Appointment>[] => [
  {
    name: 'Customer',
    cell: (row) => (
      <Link to="/appointments/$id" params={{ id: row.id }} search={search} className={rowLink}>
        {whoseName(row)}
        {row.party_size > 1 ? ` × ${row.party_size}` : ''}
      </Link>
    ),
  },
  { name: 'Date', cell: ({ start }) => format.shortDate(start) },
  { name: 'Time', cell: ({ start, end }) => format.timeRange(start, end) },
  { name: 'Service', cell: ({ service }) => service.name },
  { name: 'With', cell: ({ resources }) => resources.map(({ name }) => name).join(', ') },
  { name: 'Status', cell: ({ status }) => <StatusMark status={status} /> },
  { name: 'Price', number: true, cell: ({ price }) => format.money(price.amount_minor, price.currency) },
  {
    name: 'Actions',
    number: true,
    cell: (row) => (
      <span className={aboveRow}>
        <QuickVerbs appointment={row} shown={0} />
      </span>
    ),
  },
];
