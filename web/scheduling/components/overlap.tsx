import { Switch, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSpeech } from '../../words/use-speech.tsx';
import { useMay } from '../../identity/api.ts';
import { Stack } from '../../ui/page.tsx';
import { explained } from './explanation.tsx';
import type { Picked, TimeQuestion } from '../picked.ts';

export interface OverlapChoice {
  allow: boolean;
  reason: string;
}
export const noOverlap: OverlapChoice = { allow: false, reason: '' };

interface Overlap {
  question: TimeQuestion;
  picked: Picked | null;
  /** A time on offer that was refused meanwhile. */
  refused: boolean;
  value: OverlapChoice;
  error?: string | undefined;
  onChange: (value: OverlapChoice) => void;
}

/** Taking a time that is not free, on purpose: only with the right, and with a reason. */
export function Overlap({ question, picked, refused, value, error, onChange }: Overlap) {
  const { text } = useSpeech('scheduling');
  const may = useMay();
  const isAsked = picked !== null && !picked.isOffered;
  const { data } = useQuery({ ...explained(question, picked?.start ?? ''), enabled: isAsked });
  const isNeeded = picked !== null && (refused || (isAsked && data?.bookable === false));
  if (!isNeeded || !may('appointment.overlap')) return null;
  return (
    <Stack>
      <Switch
        label={text('take_anyway')}
        description={text('take_anyway_about')}
        checked={value.allow}
        onChange={({ currentTarget }) => onChange({ ...value, allow: currentTarget.checked })}
      />
      {value.allow ? (
        <TextInput
          label={text('overlap_reason')}
          required
          maxLength={500}
          error={error}
          value={value.reason}
          onChange={({ currentTarget }) => onChange({ ...value, reason: currentTarget.value })}
        />
      ) : null}
    </Stack>
  );
}

/** What the request says about an overlap. */
export const overlapBody = ({ allow, reason }: OverlapChoice) =>
  allow ? { allow_overlap: true, overlap_reason: reason.trim() } : {};
