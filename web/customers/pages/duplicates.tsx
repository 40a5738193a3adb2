import { Button } from '@mantine/core';
import type { LikelyDuplicate } from '@smooth/contract/customers/merge.ts';
import { IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { RowsSkeleton } from '../../ui/skeletons.tsx';
import { Empty } from '../../ui/states.tsx';
import { aboveRow, type Column, rowLink, Table } from '../../ui/table.tsx';
import { duplicatesQuery } from '../api-merge.ts';
import { sameness } from '../components/likely-same.tsx';
import { MergeDialog } from '../components/merge-dialog.tsx';

/** Records that may be one person, to look through one after the other. */
export function DuplicatesPage() {
  const pairs = useQuery(duplicatesQuery());
  const [open, setOpen] = useState<LikelyDuplicate | null>(null);
  return (
    <Page
      title="Duplicates"
      about="Customers with the same e-mail, phone or name. Look at each pair and merge those who are one person."
      action={
        <Button component={Link} to="/customers" variant="default">
          Back to customers
        </Button>
      }
    >
      <Loaded query={pairs} skeleton={<RowsSkeleton rows={6} />}>
        {(found) =>
          found.length > 0 ? (
            <Table label="Likely duplicates" columns={columns(setOpen)} rows={found} keyOf={keyOf} />
          ) : (
            <Empty icon={<IconUsersGroup />} title="No duplicates">
              Nobody shares an e-mail, a phone number or a name with somebody else.
            </Empty>
          )
        }
      </Loaded>
      {open ? <MergeDialog pair={open.customers} onClose={() => setOpen(null)} onMerged={() => setOpen(null)} /> : null}
    </Page>
  );
}

const keyOf = ({ customers: [a, b] }: LikelyDuplicate) => a.id + b.id;

const columns = (onOpen: (pair: LikelyDuplicate) => void): Column<LikelyDuplicate>[] => [
  {
    name: 'Customer',
    cell: ({ customers: [{ id, name }] }) => (
      <Link to="/customers/$id" params={{ id }} search={{}} className={rowLink}>
        {name}
      </Link>
    ),
  },
  {
    name: 'May be the same as',
    cell: ({ customers: [, { id, name }] }) => (
      <Link to="/customers/$id" params={{ id }} search={{}} className={aboveRow}>
        {name}
      </Link>
    ),
  },
  { name: 'Because', cell: ({ same }) => sameness(same) },
  {
    name: 'What to do',
    cell: (pair) => (
      <Button className={aboveRow} size="compact-sm" variant="default" onClick={() => onOpen(pair)}>
        Compare and merge
      </Button>
    ),
  },
];
