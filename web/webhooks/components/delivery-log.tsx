import { Button, type ComboboxItem, type ComboboxItemGroup, Select } from '@mantine/core';
import { type Delivery, deliveryStatuses } from '@smooth/contract/webhooks/deliveries.ts';
import type { Webhook } from '@smooth/contract/webhooks/webhooks.ts';
import { IconSend } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Format } from '../../app/format.ts';
import { useFormat } from '../../app/format-context.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { FilterRow, Section } from '../../ui/page.tsx';
import { RowsSkeleton } from '../../ui/skeletons.tsx';
import { Empty, NothingFound } from '../../ui/states.tsx';
import { type Column, rowLink, Table } from '../../ui/table.tsx';
import { type SpeechOf, useSpeech } from '../../words/use-speech.tsx';
import { deliveriesQuery } from '../api.ts';
import { eventName, typesByGroup } from '../events.ts';
import type { LogSearch } from '../search.ts';
import { EventName } from './event-name.tsx';
import { useOutcome } from './outcome.ts';
import { ResendRange } from './resend-range.tsx';
import { DeliveryMark } from './webhook-mark.tsx';

/** What was sent and is to be, the newest first. */
export function DeliveryLog({ webhook, search }: { webhook: Webhook; search: LogSearch }) {
  const { text } = useSpeech('webhooks');
  const [isAsking, setAsking] = useState(false);
  return (
    <Section
      title={text('log')}
      about={text('log_about')}
      action={
        <Button size="xs" variant="default" disabled={!webhook.is_active} onClick={() => setAsking(true)}>
          {text('range')}
        </Button>
      }
    >
      <Filters search={search} />
      <Rows id={webhook.id} search={search} />
      {isAsking ? <ResendRange id={webhook.id} onClose={() => setAsking(false)} /> : null}
    </Section>
  );
}

function Filters({ search }: { search: LogSearch }) {
  const speech = useSpeech('webhooks');
  const { text } = speech;
  const navigate = useNavigate();
  const narrow = (change: LogSearch) => void navigate({ to: '.', search: { ...search, ...change }, replace: true });
  return (
    <FilterRow>
      <Select
        aria-label={text('status')}
        placeholder={text('any_status')}
        clearable
        data={deliveryStatuses.map((value) => ({ value, label: text(`status_${value}`) }))}
        value={search.status ?? null}
        onChange={(status) => narrow({ status: deliveryStatuses.find((one) => one === status) })}
      />
      <Select
        aria-label={text('event')}
        placeholder={text('any_event')}
        clearable
        searchable
        data={typesByGroup.map(({ group, types }) => ({
          group: text(`group_${group}`),
          items: types.map((value) => ({ value, label: eventName(value, speech) })),
        }))}
        renderOption={({ option: { value } }) => <EventName type={value} below />}
        filter={({ options, search: sought }) => withCodes(options as ComboboxItemGroup<ComboboxItem>[], sought)}
        comboboxProps={{ width: 320, position: 'bottom-start' }}
        value={search.type ?? null}
        onChange={(type) => narrow({ type: type ?? undefined })}
      />
    </FilterRow>
  );
}

/** Options are found by their codes as well. */
function withCodes(groups: ComboboxItemGroup<ComboboxItem>[], sought: string) {
  const wanted = sought.trim().toLowerCase();
  return groups.map(({ group, items }) => ({
    group,
    items: items.filter(({ value, label }) => `${label} ${value}`.toLowerCase().includes(wanted)),
  }));
}

function Rows({ id, search }: { id: string; search: LogSearch }) {
  const speech = useSpeech('webhooks');
  const { text } = speech;
  const format = useFormat();
  const outcome = useOutcome();
  const navigate = useNavigate();
  const log = useInfiniteQuery(deliveriesQuery(id, search));
  return (
    <Loaded query={log} skeleton={<RowsSkeleton rows={6} />}>
      {({ pages }) => {
        const rows = pages.flatMap(({ data }) => data);
        if (rows.length > 0)
          return (
            <Table
              label={text('log')}
              columns={columns({ id, search, format, outcome, speech })}
              rows={rows}
              keyOf={(row) => row.id}
              openKey={search.delivery}
              more={
                log.hasNextPage
                  ? { onMore: () => void log.fetchNextPage(), loading: log.isFetchingNextPage }
                  : undefined
              }
            />
          );
        return search.status || search.type ? (
          <NothingFound onReset={() => void navigate({ to: '.', search: {} })} />
        ) : (
          <Empty icon={<IconSend />} title={text('log_none')}>
            {text('log_none_text')}
          </Empty>
        );
      }}
    </Loaded>
  );
}

interface Columns {
  id: string;
  search: LogSearch;
  format: Format;
  outcome: ReturnType<typeof useOutcome>;
  speech: SpeechOf<'webhooks'>;
}

const columns = ({ id, search, format, outcome, speech: { text } }: Columns): Column<Delivery>[] => [
  {
    name: text('event'),
    cell: (row) => (
      <Link to="/developers/webhooks/$id" params={{ id }} search={{ ...search, delivery: row.id }} className={rowLink}>
        <EventName type={row.event.type} />
      </Link>
    ),
  },
  { name: text('happened'), cell: ({ event }) => format.exactTime(event.occurred_at) },
  { name: text('status'), cell: ({ status }) => <DeliveryMark status={status} /> },
  { name: text('answer'), named: 'inline', cell: outcome },
  { name: text('tried'), number: true, named: 'inline', cell: ({ attempts }) => format.count(attempts) },
];
