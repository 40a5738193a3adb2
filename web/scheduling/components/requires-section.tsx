import { ActionIcon, Button, MultiSelect, NumberInput, SegmentedControl, Select, Switch } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { LengthInput } from '../../ui/length-input.tsx';
import { Group } from '../../ui/group.tsx';
import { Fields, Section } from '../../ui/page.tsx';
import { resourcesQuery, resourceTypesQuery } from '../api/resources.ts';
import { newLine } from '../service-form.ts';
import { lineWords, requiresSentence } from '../service-words.ts';
import classes from './lines.module.css';
import type { ServiceFormApi } from './service-form-api.ts';

/** What a service needs: every line must be filled, each from its own pool. */
export function RequiresSection({ form }: { form: ServiceFormApi }) {
  const { data: types = [] } = useQuery(resourceTypesQuery);
  const { data: resources = [] } = useQuery(resourcesQuery);
  const { requires } = form.values;
  return (
    <Section
      title="What it needs"
      about={
        requires.length === 0
          ? 'Needs nothing, so it can be booked whenever the place is open, any number of times.'
          : (requiresSentence(requires, types, resources) ?? 'Every line must find somebody or something that is free.')
      }
      action={
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size="1.2em" />}
          disabled={requires.length >= 10}
          onClick={() => form.insertListItem('requires', newLine())}
        >
          Add line
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
  const { data: types = [] } = useQuery(resourceTypesQuery);
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
    <Group className={classes.line} label={lineWords(line, types, resources)}>
      <div className={classes.lineHead}>
        <SegmentedControl
          size="xs"
          aria-label="From which pool"
          data={[
            { value: 'any', label: 'Any of a type' },
            { value: 'specific', label: 'Specific ones' },
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
          aria-label="Remove this line"
          onClick={() => form.removeListItem('requires', index)}
        >
          <IconTrash size="1.2em" />
        </ActionIcon>
      </div>
      <Fields>
        {isSpecific ? (
          <MultiSelect
            label="One of these"
            searchable
            data={resources.map(({ id, name }) => ({ value: id, label: name }))}
            {...form.getInputProps(`${path}.resource_ids`)}
          />
        ) : (
          <Select
            label="Any"
            allowDeselect={false}
            data={types.map(({ key, name }) => ({ value: key, label: name }))}
            {...form.getInputProps(`${path}.type`)}
          />
        )}
        <NumberInput label="How many" min={1} max={20} {...form.getInputProps(`${path}.quantity`)} />
        <NumberInput
          label="Units of each"
          description="Places taken of its capacity"
          min={1}
          max={1000}
          {...form.getInputProps(`${path}.units`)}
        />
      </Fields>
      <Switch
        label="Customers may choose which one"
        {...form.getInputProps(`${path}.is_choosable`, { type: 'checkbox' })}
      />
      <Switch
        label="Own time before and after"
        checked={hasOwnPadding}
        onChange={({ currentTarget }) => setPadding(currentTarget.checked)}
      />
      {hasOwnPadding ? (
        <Fields>
          <LengthInput
            label="Time before"
            value={line.padding_before_minutes ?? 0}
            onChange={(minutes) => form.setFieldValue(`${path}.padding_before_minutes`, minutes)}
          />
          <LengthInput
            label="Time after"
            value={line.padding_after_minutes ?? 0}
            onChange={(minutes) => form.setFieldValue(`${path}.padding_after_minutes`, minutes)}
          />
        </Fields>
      ) : null}
    </Group>
  );
}
