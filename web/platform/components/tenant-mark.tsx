import type { TenantSummary } from '@smooth/contract/platform/tenants.ts';
import { IconAlertTriangle, IconCheck, IconLoader2, IconLock, IconX } from '@tabler/icons-react';
import { Mark } from '../../ui/mark.tsx';
import { useSpeech } from '../../words/use-speech.tsx';

const states = {
  active: { tone: 'green', icon: IconCheck, word: 'status_active' },
  suspended: { tone: 'amber', icon: IconLock, word: 'status_suspended' },
  closed: { tone: 'quiet', icon: IconX, word: 'status_closed' },
  waiting: { tone: 'blue', icon: IconLoader2, word: 'status_waiting' },
  failed: { tone: 'red', icon: IconAlertTriangle, word: 'status_failed' },
} as const;

/** What matters most of a business: whether it is there yet, and whether it may be used. */
export function TenantMark({ status, provisioning }: Pick<TenantSummary, 'status' | 'provisioning'>) {
  const { text } = useSpeech('platform');
  const { tone, icon, word } = states[status !== 'active' || provisioning === 'ready' ? status : provisioning];
  return (
    <Mark tone={tone} icon={icon}>
      {text(word)}
    </Mark>
  );
}
