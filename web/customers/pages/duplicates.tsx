import { Button } from '@mantine/core';
import type { LikelyDuplicate } from '@smooth/contract/customers/merge.ts';
import { IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useSpeech, type SpeechOf, useVoice } from '../../words/use-speech.tsx';
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
  const speech = useSpeech('customers');
  const { text } = speech;
  const { locale } = useVoice();
  const pairs = useQuery(duplicatesQuery());
  const [open, setOpen] = useState<LikelyDuplicate | null>(null);
  return (
    <Page
      title={text('duplicates')}
      about={text('duplicates_about')}
      action={
        <Button component={Link} to="/customers" variant="default">
          {text('back_to_customers')}
        </Button>
      }
    >
      <Loaded query={pairs} skeleton={<RowsSkeleton rows={6} />}>
        {(found) =>
          found.length > 0 ? (
            <Table
              label={text('likely_duplicates')}
              columns={columns(setOpen, { speech, locale })}
              rows={found}
              keyOf={keyOf}
            />
          ) : (
            <Empty icon={<IconUsersGroup />} title={text('no_duplicates')}>
              {text('no_duplicates_text')}
            </Empty>
          )
        }
      </Loaded>
      {open ? <MergeDialog pair={open.customers} onClose={() => setOpen(null)} onMerged={() => setOpen(null)} /> : null}
    </Page>
  );
}

const keyOf = ({ customers: [a, b] }: LikelyDuplicate) => a.id + b.id;

const columns = (
  onOpen: (pair: LikelyDuplicate) => void,
  { speech, locale }: { speech: SpeechOf<'customers'>; locale: string },
): Column<LikelyDuplicate>[] => [
  {
    name: speech.text('customer'),
    cell: ({ customers: [{ id, name }] }) => (
      <Link to="/customers/$id" params={{ id }} search={{}} className={rowLink}>
        {name}
      </Link>
    ),
  },
  {
    name: speech.text('may_be_same_as'),
    cell: ({ customers: [, { id, name }] }) => (
      <Link to="/customers/$id" params={{ id }} search={{}} className={aboveRow}>
        {name}
      </Link>
    ),
  },
  { name: speech.text('because'), cell: ({ same }) => sameness(same, { speech, locale }) },
  {
    name: speech.text('what_to_do'),
    cell: (pair) => (
      <Button className={aboveRow} size="compact-sm" variant="default" onClick={() => onOpen(pair)}>
        {speech.text('compare')}
      </Button>
    ),
  },
];
