import { useSpeech } from '../../words/use-speech.tsx';
import { ActionIcon, Button, Checkbox, Indicator, MultiSelect, Popover, SegmentedControl, Select } from '@mantine/core';
import type { Timeline } from '@smooth/contract/scheduling/timeline.ts';
import { IconAdjustmentsHorizontal, IconFilter, IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { groupings } from '../rows.ts';
import { colorings, listed, listing, type TimelineSearch } from '../timeline-search.ts';
import { typeName } from '../words.ts';
import classes from './toolbar.module.css';

interface ViewMenu {
  search: TimelineSearch;
  data: Timeline | undefined;
  onChange: (changed: TimelineSearch) => void;
  onPrint: () => void;
}

/** What is shown, and how. */
export function ViewMenus({ search, data, onChange, onPrint }: ViewMenu) {
  const { text } = useSpeech('timeline');
  return (
    <>
      <Tool
        label={text('filter')}
        icon={<IconFilter />}
        isSet={Boolean(search.types || search.location || search.only)}
      >
        <Filters search={search} data={data} onChange={onChange} />
      </Tool>
      <Tool label={text('show')} icon={<IconAdjustmentsHorizontal />}>
        <Looks search={search} onChange={onChange} />
        <Button size="xs" variant="default" leftSection={<IconPrinter size="1.3em" />} onClick={onPrint}>
          {text('print')}
        </Button>
      </Tool>
    </>
  );
}

interface Tool {
  label: string;
  icon: ReactNode;
  isSet?: boolean;
  children: ReactNode;
}

const Tool = ({ label, icon, isSet = false, children }: Tool) => (
  <Popover position="bottom-end" width="19em" trapFocus>
    <Indicator disabled={!isSet} size="var(--dot)" offset={4}>
      <Popover.Target>
        <ActionIcon variant="default" size="input-xs" aria-label={label} title={label}>
          {icon}
        </ActionIcon>
      </Popover.Target>
    </Indicator>
    <Popover.Dropdown className={classes.menu}>{children}</Popover.Dropdown>
  </Popover>
);

function Filters({ search, data, onChange }: Omit<ViewMenu, 'onPrint'>) {
  const speech = useSpeech('timeline');
  const { text } = speech;
  const { resources = [], locations = [] } = data ?? {};
  const types = [...new Set(resources.map(({ type }) => type))];
  return (
    <>
      <MultiSelect
        size="sm"
        label={text('filter_types')}
        data={types.map((value) => ({ value, label: typeName(value, { say: speech }) }))}
        value={listed(search.types)}
        onChange={(values) => onChange({ types: listing(values) })}
        comboboxProps={{ withinPortal: false }}
      />
      {locations.length > 1 ? <Place search={search} locations={locations} onChange={onChange} /> : null}
      <MultiSelect
        size="sm"
        label={text('filter_people')}
        placeholder={search.only ? '' : text('everybody')}
        searchable
        data={resources.filter(({ is_active }) => is_active).map(({ id, name }) => ({ value: id, label: name }))}
        value={listed(search.only)}
        onChange={(values) => onChange({ only: listing(values) })}
        comboboxProps={{ withinPortal: false }}
      />
      <Button
        size="xs"
        variant="default"
        onClick={() => onChange({ types: undefined, location: undefined, only: undefined })}
      >
        {text('clear_filters')}
      </Button>
    </>
  );
}

type Place = Pick<ViewMenu, 'search' | 'onChange'> & { locations: Timeline['locations'] };

function Place({ search, locations, onChange }: Place) {
  const { text } = useSpeech('timeline');
  return (
    <Select
      size="sm"
      label={text('filter_location')}
      placeholder={text('all_locations')}
      clearable
      data={locations.map(({ id, name }) => ({ value: id, label: name }))}
      value={search.location ?? null}
      onChange={(id) => onChange({ location: id ?? undefined })}
      comboboxProps={{ withinPortal: false }}
    />
  );
}

function Looks({ search, onChange }: Pick<ViewMenu, 'search' | 'onChange'>) {
  const { text } = useSpeech('timeline');
  return (
    <>
      <Labelled label={text('group')}>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={text('group')}
          data={groupings.map((value) => ({ value, label: text(`group_${value}`) }))}
          value={search.group ?? 'type'}
          onChange={(group) => onChange({ group: group === 'type' ? undefined : group })}
        />
      </Labelled>
      <Labelled label={text('color')}>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={text('color')}
          data={colorings.map((value) => ({ value, label: text(`color_${value}`) }))}
          value={search.color ?? 'service'}
          onChange={(color) => onChange({ color: color === 'status' ? 'status' : undefined })}
        />
      </Labelled>
      <Checkbox
        label={text('whole_day')}
        checked={search.hours === 'all'}
        onChange={({ currentTarget }) => onChange({ hours: currentTarget.checked ? 'all' : undefined })}
      />
      <Checkbox
        label={text('cancelled')}
        checked={search.cancelled === 'shown'}
        onChange={({ currentTarget }) => onChange({ cancelled: currentTarget.checked ? 'shown' : undefined })}
      />
    </>
  );
}

const Labelled = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className={classes.labelled}>
    <span>{label}</span>
    {children}
  </div>
);
