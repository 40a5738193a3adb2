import { ActionIcon, Button, MultiSelect, NumberInput, SegmentedControl, Select, Switch } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useResourceTypes } from '../use-types.ts';
import { useSpeech, useVoice } from '../../words/use-speech.tsx';
import { LengthInput } from '../../ui/length-input.tsx';
import { Group } from '../../ui/group.tsx';
import { Fields, Section } from '../../ui/page.tsx';
import { resourcesQuery } from '../api/resources.ts';
import { newLine } from '../service-form.ts';
import { lineWords, requiresSentence } from '../service-words.ts';
import classes from './lines.module.css';
import type { ServiceFormApi } from './service-form-api.ts';

/** What a service needs: every line must be filled, each from its own pool. */
export function RequiresSection({ form }: { form: ServiceFormApi }) {
  const speech = useSpeech('scheduling');
  const { text } = speech;
  const { locale } = useVoice();
  const types = useResourceTypes();
  const { data: resources = [] } = useQuery(resourcesQuery);
  const { requires } = form.values;
  return (
    <Section
      title={text('needs')}
      about={
        requires.length === 0
          ? text('needs_nothing')
          : (requiresSentence(requires, { types, resources, speech, locale }) ?? text('needs_every'))
      }
      action={
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size="1.2em" />}
          disabled={requires.length >= 10}
          onClick={() => form.insertListItem('requires', newLine())}
        >
          {text('add_line')}
        </Button>
      }
    >
      {requires.map((_, index) => (
        <LineEditor key={index} form={form} index={index} />
      ))}
    </Section>
  );
}

function LineEditor({ form, index }: { form: ServiceFormApi; index: number }) {
  const speech = useSpeech('scheduling');
  const { text } = speech;
  const { locale } = useVoice();
  const types = useResourceTypes();
  const { data: resources = [] } = useQuery(resourcesQuery);
  const line = form.values.requires[index]!;
  const path = `requires.${index}` as const;
  const isSpecific = line.type === null;
  const hasOwnPadding = line.padding_before_minutes !== null || line.padding_after_minutes !== null;
  const setPadding = (own: boolean) => {
    form.setFieldValue(`${path}.padding_before_minutes`, own ? form.values.padding_before_minutes : null);
    form.setFieldValue(`${path}.padding_after_minutes`, own ? form.values.padding_after_minutes : null);
  };
  return (
    <Group className={classes.line} label={lineWords(line, { types, resources, speech, locale })}>
      <div className={classes.lineHead}>
        <SegmentedControl
          size="xs"
          aria-label={text('pool')}
          data={[
            { value: 'any', label: text('pool_any') },
            { value: 'specific', label: text('pool_specific') },
          ]}
          value={isSpecific ? 'specific' : 'any'}
          onChange={(way) => {
            form.setFieldValue(`${path}.type`, way === 'any' ? (types[0]?.key ?? 'staff') : null);
            form.setFieldValue(`${path}.resource_ids`, []);
          }}
        />
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={text('remove_line')}
          onClick={() => form.removeListItem('requires', index)}
        >
          <IconTrash size="1.2em" />
        </ActionIcon>
      </div>
      <Fields>
        {isSpecific ? (
          <MultiSelect
            label={text('one_of_these')}
            searchable
            data={resources.map(({ id, name }) => ({ value: id, label: name }))}
            {...form.getInputProps(`${path}.resource_ids`)}
          />
        ) : (
          <Select
            label={text('any')}
            allowDeselect={false}
            data={types.map(({ key, name }) => ({ value: key, label: name }))}
            {...form.getInputProps(`${path}.type`)}
          />
        )}
        <NumberInput label={text('how_many')} min={1} max={20} {...form.getInputProps(`${path}.quantity`)} />
        <NumberInput
          label={text('units')}
          description={text('units_about')}
          min={1}
          max={1000}
          {...form.getInputProps(`${path}.units`)}
        />
      </Fields>
      <Switch label={text('choosable')} {...form.getInputProps(`${path}.is_choosable`, { type: 'checkbox' })} />
      <Switch
        label={text('own_padding')}
        checked={hasOwnPadding}
        onChange={({ currentTarget }) => setPadding(currentTarget.checked)}
      />
      {hasOwnPadding ? (
        <Fields>
          <LengthInput
            label={text('time_before')}
            value={line.padding_before_minutes ?? 0}
            onChange={(minutes) => form.setFieldValue(`${path}.padding_before_minutes`, minutes)}
          />
          <LengthInput
            label={text('time_after')}
            value={line.padding_after_minutes ?? 0}
            onChange={(minutes) => form.setFieldValue(`${path}.padding_after_minutes`, minutes)}
          />
        </Fields>
      ) : null}
    </Group>
  );
}
