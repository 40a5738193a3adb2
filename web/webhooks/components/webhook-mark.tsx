import type { Delivery } from '@smooth/contract/webhooks/deliveries.ts';
import type { Webhook } from '@smooth/contract/webhooks/webhooks.ts';
import { IconAlertTriangle, IconBan, IconCircleCheck, IconClock, IconPlayerPause } from '@tabler/icons-react';
import { Mark } from '../../ui/mark.tsx';
import { useSpeech } from '../../words/use-speech.tsx';

/** Whether a webhook is sent to, and how that goes. */
export function WebhookMark({ webhook }: { webhook: Pick<Webhook, 'is_active' | 'disabled_at' | 'failing_since'> }) {
  const { text } = useSpeech('webhooks');
  const { is_active, disabled_at, failing_since } = webhook;
  if (disabled_at)
    return (
      <Mark tone="red" icon={IconBan}>
        {text('state_disabled')}
      </Mark>
    );
  if (!is_active)
    return (
      <Mark tone="quiet" icon={IconPlayerPause}>
        {text('state_off')}
      </Mark>
    );
  if (failing_since)
    return (
      <Mark tone="amber" icon={IconAlertTriangle}>
        {text('state_failing')}
      </Mark>
    );
  return (
    <Mark tone="green" icon={IconCircleCheck}>
      {text('state_on')}
    </Mark>
  );
}

const marks = {
  pending: { tone: 'amber', icon: IconClock },
  delivered: { tone: 'green', icon: IconCircleCheck },
  failed: { tone: 'red', icon: IconBan },
} as const;

export function DeliveryMark({ status }: { status: Delivery['status'] }) {
  const { text } = useSpeech('webhooks');
  return <Mark {...marks[status]}>{text(`status_${status}`)}</Mark>;
}
