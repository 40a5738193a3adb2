import type { Message } from '@smooth/contract/messages/messages.ts';
import { IconMailbox } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../../app/format-context.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Section } from '../../ui/page.tsx';
import { RowsSkeleton } from '../../ui/skeletons.tsx';
import { Empty } from '../../ui/states.tsx';
import { rowLink, Table } from '../../ui/table.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import { outboxQuery } from '../api.ts';

const subjectLink = ({ id, subject }: Message) => (
  <Link to="/sandbox" search={{ message: id }} className={rowLink}>
    {subject}
  </Link>
);

/** The mails that test mode wrote and kept. */
export function OutboxSection({ open }: { open: string | undefined }) {
  const { text } = useSpeech('sandbox');
  const { dateTime } = useFormat();
  const outbox = useInfiniteQuery(outboxQuery);
  const columns = [
    {
      name: text('subject'),
      cell: subjectLink,
    },
    { name: text('to'), cell: ({ recipient }: Message) => recipient },
    { name: text('written'), cell: ({ created_at }: Message) => dateTime(created_at) },
    { name: text('status'), cell: ({ status }: Message) => text(`status_${status}`) },
  ];
  return (
    <Section title={text('outbox')} about={text('outbox_about')}>
      <Loaded query={outbox} skeleton={<RowsSkeleton rows={4} />}>
        {({ pages }) => {
          const rows = pages.flatMap(({ data }) => data);
          return rows.length === 0 ? (
            <Empty icon={<IconMailbox />} title={text('nothing_sent')}>
              {text('nothing_sent_text')}
            </Empty>
          ) : (
            <Table
              label={text('outbox')}
              columns={columns}
              rows={rows}
              keyOf={({ id }) => id}
              openKey={open}
              more={
                outbox.hasNextPage
                  ? { onMore: () => void outbox.fetchNextPage(), loading: outbox.isFetchingNextPage }
                  : undefined
              }
            />
          );
        }}
      </Loaded>
    </Section>
  );
}
