import { NumberInput, SegmentedControl, Select, Switch, Textarea, TextInput } from '@mantine/core';
import { useSpeech } from '../../words/use-speech.tsx';
import { DateField } from '../../app/date-field.tsx';
import { useFormat } from '../../app/format-context.tsx';
import { bound } from '../../ui/bound.ts';
import { ColorChoice } from '../../ui/color-choice.tsx';
import { LengthInput } from '../../ui/length-input.tsx';
import { Fields, Section } from '../../ui/page.tsx';
import type { ServiceFormApi } from './service-form-api.ts';

type Part = { form: ServiceFormApi };

export function BasicsSection({ form }: Part) {
  const { text } = useSpeech('scheduling');
  const { currency, minorDigits, groupSeparator } = useFormat();
  return (
    <Section title={text('basics')}>
      <TextInput label={text('name')} required maxLength={120} {...form.getInputProps('name')} />
      <Textarea
        label={text('description')}
        autosize
        minRows={2}
        maxLength={5000}
        {...form.getInputProps('description')}
      />
      <Fields>
        <TextInput
          label={text('category')}
          description={text('category_about')}
          maxLength={60}
          {...form.getInputProps('category')}
        />
        <NumberInput
          label={text('price')}
          description={text('price_about')}
          min={0}
          decimalScale={minorDigits}
          fixedDecimalScale
          thousandSeparator={groupSeparator}
          suffix={` ${currency}`}
          {...form.getInputProps('price')}
        />
        <ColorChoice label={text('color')} {...bound(form.getInputProps('color'))} />
      </Fields>
      <Fields>
        <Select
          label={text('kind')}
          allowDeselect={false}
          data={[
            { value: 'appointment', label: text('kind_appointment') },
            { value: 'class', label: text('kind_class') },
          ]}
          {...form.getInputProps('kind')}
        />
        {form.values.kind === 'class' ? (
          <NumberInput label={text('seats')} min={1} max={1000} {...form.getInputProps('capacity')} />
        ) : null}
      </Fields>
    </Section>
  );
}

export function TimeSection({ form }: Part) {
  const { text } = useSpeech('scheduling');
  return (
    <Section title={text('time')} about={text('time_about')}>
      <Fields>
        <LengthInput label={text('duration')} min={1} {...bound(form.getInputProps('duration_minutes'))} />
        <LengthInput label={text('time_before')} {...bound(form.getInputProps('padding_before_minutes'))} />
        <LengthInput label={text('time_after')} {...bound(form.getInputProps('padding_after_minutes'))} />
      </Fields>
      <Fields>
        <LengthInput label={text('step')} min={1} {...bound(form.getInputProps('slot_step_minutes'))} />
        <Select
          label={text('first_start')}
          allowDeselect={false}
          data={[
            { value: 'opening', label: text('anchor_opening') },
            { value: 'clock', label: text('anchor_clock') },
            { value: 'previous', label: text('anchor_previous') },
          ]}
          {...form.getInputProps('slot_anchor')}
        />
      </Fields>
    </Section>
  );
}

export function BookingSection({ form }: Part) {
  const { text } = useSpeech('scheduling');
  return (
    <Section title={text('booking')} about={text('booking_about')}>
      <Switch
        label={text('active')}
        description={text('active_about')}
        {...form.getInputProps('is_active', { type: 'checkbox' })}
      />
      <Switch
        label={text('online_booking')}
        description={text('online_about')}
        {...form.getInputProps('online', { type: 'checkbox' })}
      />
      <Switch
        label={text('needs_approval')}
        description={text('needs_approval_about')}
        {...form.getInputProps('needs_approval', { type: 'checkbox' })}
      />
      <Switch label={text('ask_phone')} {...form.getInputProps('needs_phone', { type: 'checkbox' })} />
      <Fields>
        <LengthInput
          label={text('shortest_notice')}
          description={text('how_long_before')}
          {...bound(form.getInputProps('min_notice_minutes'))}
        />
        <LengthInput
          label={text('cancel_until')}
          description={text('how_long_before')}
          {...bound(form.getInputProps('cancel_notice_minutes'))}
        />
        <LengthInput
          label={text('move_until')}
          description={text('how_long_before')}
          {...bound(form.getInputProps('reschedule_notice_minutes'))}
        />
      </Fields>
      <BookingWindow form={form} />
      <Switch label={text('send_reminder')} {...form.getInputProps('reminds', { type: 'checkbox' })} />
      {form.values.reminds ? (
        <Fields>
          <LengthInput
            label={text('reminder')}
            description={text('how_long_before')}
            {...bound(form.getInputProps('reminder_minutes'))}
          />
        </Fields>
      ) : null}
    </Section>
  );
}

function BookingWindow({ form }: Part) {
  const { text } = useSpeech('scheduling');
  const { window } = form.values;
  return (
    <>
      <SegmentedControl
        aria-label={text('how_far')}
        data={[
          { value: 'days', label: text('window_days') },
          { value: 'dates', label: text('window_dates') },
          { value: 'any', label: text('window_any') },
        ]}
        value={window}
        onChange={(kind) => form.setFieldValue('window', kind)}
      />
      <Fields>
        {window === 'days' ? (
          <NumberInput label={text('days_ahead')} min={0} max={1100} {...form.getInputProps('window_days')} />
        ) : null}
        {window === 'dates' ? (
          <>
            <DateField label={text('first_day')} {...bound(form.getInputProps('window_from_on'))} />
            <DateField label={text('last_day')} {...bound(form.getInputProps('window_until_on'))} />
          </>
        ) : null}
      </Fields>
    </>
  );
}
