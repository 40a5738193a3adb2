import { SegmentedControl } from '@mantine/core';
import { useMay, useBusiness, useMe } from '../../identity/api.ts';
import { useSpeech } from '../../words/use-speech.tsx';
import { useSwitch } from '../api.ts';

/** Between the live business and its sandbox, for whoever belongs to both. */
export function ModeSwitch() {
  const { text } = useSpeech('sandbox');
  const { mode } = useMe();
  const may = useMay();
  const { sandbox_enabled } = useBusiness();
  const { mutate, isPending } = useSwitch();
  if (!sandbox_enabled || !may('sandbox.switch')) return null;
  return (
    <SegmentedControl
      size="xs"
      aria-label={text('mode')}
      color={mode === 'sandbox' ? 'orange.8' : undefined}
      disabled={isPending}
      value={mode}
      onChange={(chosen) => mutate(chosen === 'sandbox')}
      data={[
        { value: 'live', label: text('live') },
        { value: 'sandbox', label: text('test') },
      ]}
    />
  );
}
