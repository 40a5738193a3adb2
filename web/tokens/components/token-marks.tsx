import type { ApiToken } from '@smooth/contract/tokens/tokens.ts';
import {
  IconBan,
  IconBolt,
  IconCircleCheck,
  IconCircleOff,
  IconClockOff,
  IconFlask,
  IconUserOff,
} from '@tabler/icons-react';
import { Mark } from '../../ui/mark.tsx';
import { useSpeech } from '../../words/use-speech.tsx';

const states = {
  active: { tone: 'green', icon: IconCircleCheck },
  expired: { tone: 'amber', icon: IconClockOff },
  revoked: { tone: 'quiet', icon: IconCircleOff },
  not_in_plan: { tone: 'red', icon: IconBan },
  maker_left: { tone: 'amber', icon: IconUserOff },
} as const;

export function StateMark({ state }: Pick<ApiToken, 'state'>) {
  const { text } = useSpeech('tokens');
  return <Mark {...states[state]}>{text(`state_${state}`)}</Mark>;
}

export function ModeMark({ mode }: Pick<ApiToken, 'mode'>) {
  const { text } = useSpeech('tokens');
  return (
    <Mark tone={mode === 'live' ? 'blue' : 'amber'} icon={mode === 'live' ? IconBolt : IconFlask}>
      {text(mode)}
    </Mark>
  );
}
