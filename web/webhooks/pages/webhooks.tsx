import { Button } from '@mantine/core';
import type { Webhook } from '@smooth/contract/webhooks/webhooks.ts';
import { IconPlus, IconWebhook } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import type { Format } from '../../app/format.ts';
import { useFormat } from '../../app/format-context.tsx';
import { DevelopersPage } from '../../developers/components/developers-page.tsx';
import { useBusiness, useMay } from '../../identity/api.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RowsSkeleton } from '../../ui/skeletons.tsx';
import { Empty } from '../../ui/states.tsx';
import { type Column, rowLink, Table } from '../../ui/table.tsx';
import { type SpeechOf, useSpeech } from '../../words/use-speech.tsx';
import { webhooksQuery } from '../api.ts';
import { WebhookMark } from '../components/webhook-mark.tsx';
import { shareOf } from '../share.ts';

/** The addresses that are told of what happens, in this mode. */
export function WebhooksPage() {
  const { text } = useSpeech('webhooks');
  const may = useMay();
  const { webhooks_enabled } = useBusiness();
  const mayAdd = webhooks_enabled && may('webhook.edit');
  return (
    <DevelopersPage part="webhooks" about={text('about')} action={mayAdd ? <Add /> : null}>
      {webhooks_enabled ? null : (
        <Notice tone="amber" title={text('not_in_plan')}>
          {text('not_in_plan_text')}
        </Notice>
      )}
      <List />
      <Outlet />
    </DevelopersPage>
  );
}

function Add() {
  const { text } = useSpeech('webhooks');
  return (
    <Button leftSection={<IconPlus size="1.2em" />} component={Link} to="/developers/webhooks/new">
      {text('add')}
    </Button>
  );
}

function List() {
  const speech = useSpeech('webhooks');
  const { text } = speech;
  const format = useFormat();
  const webhooks = useQuery(webhooksQuery);
  return (
    <Loaded query={webhooks} skeleton={<RowsSkeleton rows={4} />}>
      {(rows) =>
        rows.length > 0 ? (
          <Table label={text('title')} columns={columns(format, speech)} rows={rows} keyOf={({ id }) => id} />
        ) : (
          <Empty icon={<IconWebhook />} title={text('none')}>
            {text('none_text')}
          </Empty>
        )
      }
    </Loaded>
  );
}

const columns = (format: Format, { text, count }: SpeechOf<'webhooks'>): Column<Webhook>[] => [
  {
    name: text('address'),
    cell: ({ id, url }) => (
      <Link to="/developers/webhooks/$id" params={{ id }} className={rowLink}>
        {url}
      </Link>
    ),
  },
  { name: text('note'), cell: ({ description }) => description },
  {
    name: text('types'),
    cell: ({ event_types: types }) => (types === null ? text('types_all') : count('types_count', types.length)),
  },
  { name: text('state'), cell: (webhook) => <WebhookMark webhook={webhook} /> },
  {
    name: text('last_day'),
    number: true,
    named: 'inline',
    cell: ({ last_day }) => {
      const share = shareOf(last_day);
      return share === null ? null : format.percent(share);
    },
  },
  { name: text('waiting'), number: true, named: 'inline', cell: ({ waiting }) => format.count(waiting) },
];
