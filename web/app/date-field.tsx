import { DatePickerInput } from '@mantine/dates';
import { useSpeech } from '../words/use-speech.tsx';
import { useFormat } from './format-context.tsx';

interface DateField {
  label: string;
  value: string | null;
  onChange: (on: string) => void;
  description?: string;
  error?: React.ReactNode;
  required?: boolean;
  minDate?: string;
}

/** A local date of the place, shown with its weekday. */
export function DateField({ value, onChange, ...rest }: DateField) {
  const { text } = useSpeech('app');
  const { day } = useFormat();
  return (
    <DatePickerInput
      {...rest}
      placeholder={text('choose_date')}
      value={value}
      onChange={(on) => on && onChange(on)}
      valueFormatter={({ date }) => (typeof date === 'string' && date ? day(date) : '')}
      popoverProps={{ position: 'bottom-start' }}
    />
  );
}
