import { Button } from '@mantine/core';
import type { Webhook } from '@smooth/contract/webhooks/webhooks.ts';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Trail } from '../../developers/components/developers-page.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Buttons, Page, Stack } from '../../ui/page.tsx';
import { RowsSkeleton } from '../../ui/skeletons.tsx';
import { tell, tellRefusal } from '../../ui/tell.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import { useTest, webhookQuery } from '../api.ts';
import { DeliveryLog } from '../components/delivery-log.tsx';
import { DeliveryPanel } from '../components/delivery-panel.tsx';
import { EditPanel } from '../components/edit-panel.tsx';
import { SecretSection } from '../components/secret-section.tsx';
import { WebhookState } from '../components/webhook-state.tsx';

/** One webhook: how it goes, its secret, and everything that was sent to it. */
export function WebhookPage() {
  const { text } = useSpeech('webhooks');
  const { id } = useParams({ from: '/shell/developers/webhooks/$id' });
  const webhook = useQuery(webhookQuery(id));
  return (
    <>
      <Page
        title={webhook.data?.url ?? text('webhook')}
        trail={<Trail part="webhooks" />}
        about={webhook.data?.description}
        action={webhook.data?.can.edit ? <Actions webhook={webhook.data} /> : undefined}
      >
        <Loaded query={webhook} skeleton={<RowsSkeleton rows={10} />}>
          {(found) => <Parts webhook={found} />}
        </Loaded>
      </Page>
      {webhook.data ? <Panel webhook={webhook.data} /> : null}
    </>
  );
}

function Actions({ webhook: { id, is_active } }: { webhook: Webhook }) {
  const { text } = useSpeech('webhooks');
  const test = useTest(id);
  const go = () => test.mutate(undefined, { onSuccess: () => tell(text('test_sent')), onError: tellRefusal });
  return (
    <Buttons>
      <Button
        variant="default"
        component={Link}
        to="/developers/webhooks/$id"
        params={{ id } as never}
        search={{ edit: true } as never}
      >
        {text('edit')}
      </Button>
      <Button disabled={!is_active} loading={test.isPending} onClick={go}>
        {text('test')}
      </Button>
    </Buttons>
  );
}

function Parts({ webhook }: { webhook: Webhook }) {
  const search = useSearch({ from: '/shell/developers/webhooks/$id' });
  return (
    <Stack>
      <WebhookState webhook={webhook} />
      {webhook.can.edit ? <SecretSection webhook={webhook} /> : null}
      <DeliveryLog webhook={webhook} search={search} />
    </Stack>
  );
}

function Panel({ webhook }: { webhook: Webhook }) {
  const { delivery, edit, ...search } = useSearch({ from: '/shell/developers/webhooks/$id' });
  const navigate = useNavigate();
  const close = () => void navigate({ to: '/developers/webhooks/$id', params: { id: webhook.id }, search });
  if (edit) return <EditPanel webhook={webhook} onClose={close} />;
  return delivery ? <DeliveryPanel webhook={webhook} id={delivery} onClose={close} /> : null;
}
