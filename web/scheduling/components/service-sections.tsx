import { NumberInput, SegmentedControl, Select, Switch, Textarea, TextInput } from '@mantine/core';
import { DateField } from '../../app/date-field.tsx';
import { useFormat } from '../../app/format-context.tsx';
import { bound } from '../../ui/bound.ts';
import { ColorChoice } from '../../ui/color-choice.tsx';
import { LengthInput } from '../../ui/length-input.tsx';
import { Fields, Section } from '../../ui/page.tsx';
import type { ServiceFormApi } from './service-form-api.ts';

type Part = { form: ServiceFormApi };

export function BasicsSection({ form }: Part) {
  const { currency, minorDigits } = useFormat();
  return (
    <Section title="Basics">
      <TextInput label="Name" required maxLength={120} {...form.getInputProps('name')} />
      <Textarea label="Description" autosize minRows={2} maxLength={5000} {...form.getInputProps('description')} />
      <Fields>
        <TextInput
          label="Category"
          description="Groups services on the booking page"
          maxLength={60}
          {...form.getInputProps('category')}
        />
        <NumberInput
          label="Price"
          description="0 means free"
          min={0}
          decimalScale={minorDigits}
          fixedDecimalScale
          thousandSeparator
          suffix={` ${currency}`}
          {...form.getInputProps('price')}
        />
        <ColorChoice label="Colour" {...bound(form.getInputProps('color'))} />
      </Fields>
      <Fields>
        <Select
          label="Kind"
          allowDeselect={false}
          data={[
            { value: 'appointment', label: 'Appointment for one customer' },
            { value: 'class', label: 'Class with seats' },
          ]}
          {...form.getInputProps('kind')}
        />
        {form.values.kind === 'class' ? (
          <NumberInput label="Seats" min={1} max={1000} {...form.getInputProps('capacity')} />
        ) : null}
      </Fields>
    </Section>
  );
}

export const TimeSection = ({ form }: Part) => (
  <Section
    title="Time"
    about="Time before and after is kept free for preparing and cleaning up; customers do not see it."
  >
    <Fields>
      <LengthInput label="Duration" min={1} {...bound(form.getInputProps('duration_minutes'))} />
      <LengthInput label="Time before" {...bound(form.getInputProps('padding_before_minutes'))} />
      <LengthInput label="Time after" {...bound(form.getInputProps('padding_after_minutes'))} />
    </Fields>
    <Fields>
      <LengthInput label="Step between starts" min={1} {...bound(form.getInputProps('slot_step_minutes'))} />
      <Select
        label="First start"
        allowDeselect={false}
        data={[
          { value: 'opening', label: 'When the place opens' },
          { value: 'clock', label: 'On the full step of the clock' },
          { value: 'previous', label: 'Also right after what is booked' },
        ]}
        {...form.getInputProps('slot_anchor')}
      />
    </Fields>
  </Section>
);

export const BookingSection = ({ form }: Part) => (
  <Section title="Booking" about="What binds customers. Your team can book and move at any time.">
    <Switch
      label="Active"
      description="Can be booked at all"
      {...form.getInputProps('is_active', { type: 'checkbox' })}
    />
    <Switch
      label="Online booking"
      description="Stands on your booking page"
      {...form.getInputProps('online', { type: 'checkbox' })}
    />
    <Switch
      label="Needs approval"
      description="Each request waits for your answer and keeps its time meanwhile"
      {...form.getInputProps('needs_approval', { type: 'checkbox' })}
    />
    <Switch label="Ask for a phone number" {...form.getInputProps('needs_phone', { type: 'checkbox' })} />
    <Fields>
      <LengthInput
        label="Shortest notice"
        description="How long before the start"
        {...bound(form.getInputProps('min_notice_minutes'))}
      />
      <LengthInput
        label="Cancel until"
        description="How long before the start"
        {...bound(form.getInputProps('cancel_notice_minutes'))}
      />
      <LengthInput
        label="Reschedule until"
        description="How long before the start"
        {...bound(form.getInputProps('reschedule_notice_minutes'))}
      />
    </Fields>
    <BookingWindow form={form} />
    <Switch label="Send a reminder" {...form.getInputProps('reminds', { type: 'checkbox' })} />
    {form.values.reminds ? (
      <Fields>
        <LengthInput
          label="Reminder"
          description="How long before the start"
          {...bound(form.getInputProps('reminder_minutes'))}
        />
      </Fields>
    ) : null}
  </Section>
);

function BookingWindow({ form }: Part) {
  const { window } = form.values;
  return (
    <>
      <SegmentedControl
        aria-label="How far ahead customers may book"
        data={[
          { value: 'days', label: 'Some days ahead' },
          { value: 'dates', label: 'Between two dates' },
          { value: 'any', label: 'Without limit' },
        ]}
        value={window}
        onChange={(kind) => form.setFieldValue('window', kind)}
      />
      <Fields>
        {window === 'days' ? (
          <NumberInput label="Days ahead" min={0} max={1100} {...form.getInputProps('window_days')} />
        ) : null}
        {window === 'dates' ? (
          <>
            <DateField label="First day" {...bound(form.getInputProps('window_from_on'))} />
            <DateField label="Last day" {...bound(form.getInputProps('window_until_on'))} />
          </>
        ) : null}
      </Fields>
    </>
  );
}
