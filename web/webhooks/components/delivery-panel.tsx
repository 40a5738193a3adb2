import { Button, CopyButton } from '@mantine/core';
import type { Attempt, DeliveryWithAttempts } from '@smooth/contract/webhooks/deliveries.ts';
import type { Webhook } from '@smooth/contract/webhooks/webhooks.ts';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../../app/format-context.tsx';
import { Fact, Facts } from '../../ui/facts.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Stack } from '../../ui/page.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { RowsSkeleton } from '../../ui/skeletons.tsx';
import { tell, tellRefusal } from '../../ui/tell.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import { deliveryQuery, useResend } from '../api.ts';
import { eventName } from '../events.ts';
import classes from './delivery-panel.module.css';
import { useOutcome } from './outcome.ts';
import { DeliveryMark } from './webhook-mark.tsx';

interface DeliveryPanel {
  webhook: Webhook;
  id: string;
  onClose: () => void;
}

/** One event for one webhook: every try, with what was sent and what came back. */
export function DeliveryPanel({ webhook, id, onClose }: DeliveryPanel) {
  const speech = useSpeech('webhooks');
  const { text } = speech;
  const delivery = useQuery(deliveryQuery(webhook.id, id));
  const resend = useResend(webhook.id);
  const go = () => resend.mutate(id, { onSuccess: () => tell(text('resent_one')), onError: tellRefusal });
  return (
    <SidePanel
      title={delivery.data ? eventName(delivery.data.event.type, speech) : text('delivery')}
      id={id}
      onClose={onClose}
      foot={
        webhook.can.edit ? (
          <Button size="xs" disabled={!webhook.is_active} loading={resend.isPending} onClick={go}>
            {text('resend')}
          </Button>
        ) : undefined
      }
    >
      <Loaded query={delivery} skeleton={<RowsSkeleton rows={8} />}>
        {(found) => (
          <Stack>
            <About delivery={found} />
            {found.log.map((attempt) => (
              <Try key={attempt.id} attempt={attempt} />
            ))}
          </Stack>
        )}
      </Loaded>
    </SidePanel>
  );
}

function About({ delivery }: { delivery: DeliveryWithAttempts }) {
  const { text } = useSpeech('webhooks');
  const format = useFormat();
  const { status, event, next_at, attempts } = delivery;
  return (
    <Facts>
      <Fact name={text('status')}>
        <DeliveryMark status={status} />
      </Fact>
      <Fact name={text('type_code')}>
        <code>{event.type}</code>
      </Fact>
      <Fact name={text('happened')}>{format.exactTime(event.occurred_at)}</Fact>
      <Fact name={text('event_id')}>
        <code>{event.id}</code>
      </Fact>
      <Fact name={text('tried')}>{format.count(attempts)}</Fact>
      {next_at ? <Fact name={text('next')}>{format.exactTime(next_at)}</Fact> : null}
    </Facts>
  );
}

function Try({ attempt: { at, duration_ms, request, response, error } }: { attempt: Attempt }) {
  const { text } = useSpeech('webhooks');
  const format = useFormat();
  const outcome = useOutcome()({ last_status: response?.status ?? null, last_error: error });
  return (
    <section className={classes.attempt} aria-label={format.dateTime(at)}>
      <strong>
        {text('try', { when: format.exactTime(at), outcome: outcome ?? '', ms: format.count(duration_ms) })}
      </strong>
      <Said label={text('request')} head={`${request.url}\n${linesOf(request.headers)}`} body={pretty(request.body)} />
      {response ? (
        <Said
          label={text(response.is_cut ? 'response_cut' : 'response')}
          head={`${response.status}\n${linesOf(response.headers)}`}
          body={response.body}
        />
      ) : null}
    </section>
  );
}

function Said({ label, head, body }: { label: string; head: string; body: string }) {
  const { text } = useSpeech('webhooks');
  return (
    <div>
      <div className={classes.label}>
        <span className="caption">{label}</span>
        <CopyButton value={body}>
          {({ copied, copy }) => (
            <Button
              size="compact-xs"
              variant="subtle"
              color="gray"
              leftSection={copied ? <IconCheck size="1.2em" /> : <IconCopy size="1.2em" />}
              onClick={copy}
            >
              {text(copied ? 'copied' : 'copy_body')}
            </Button>
          )}
        </CopyButton>
      </div>
      <pre className={classes.text}>{`${head}\n\n${body}`}</pre>
    </div>
  );
}

const linesOf = (headers: Record<string, string>): string =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
