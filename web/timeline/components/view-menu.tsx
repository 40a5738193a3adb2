import { ActionIcon, Button, Checkbox, Indicator, MultiSelect, Popover, SegmentedControl, Select } from '@mantine/core';
import type { Timeline } from '@smooth/contract/scheduling/timeline.ts';
import { IconAdjustmentsHorizontal, IconFilter, IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { groupings } from '../rows.ts';
import { texts } from '../texts.ts';
import { colorings, listed, listing, type TimelineSearch } from '../timeline-search.ts';
import classes from './toolbar.module.css';

interface ViewMenu {
  search: TimelineSearch;
  data: Timeline | undefined;
  onChange: (changed: TimelineSearch) => void;
  onPrint: () => void;
}

/** What is shown, and how. */
export function ViewMenus({ search, data, onChange, onPrint }: ViewMenu) {
  return (
    <>
      <Tool label={texts.filter} icon={<IconFilter />} isSet={Boolean(search.types || search.location || search.only)}>
        <Filters search={search} data={data} onChange={onChange} />
      </Tool>
      <Tool label={texts.show} icon={<IconAdjustmentsHorizontal />}>
        <Looks search={search} onChange={onChange} />
        <Button size="xs" variant="default" leftSection={<IconPrinter size="1.3em" />} onClick={onPrint}>
          {texts.print}
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
  const { resources = [], locations = [] } = data ?? {};
  const types = [...new Set(resources.map(({ type }) => type))];
  return (
    <>
      <MultiSelect
        size="sm"
        label={texts.filterTypes}
        data={types.map((value) => ({ value, label: texts.types[value] ?? value }))}
        value={listed(search.types)}
        onChange={(values) => onChange({ types: listing(values) })}
        comboboxProps={{ withinPortal: false }}
      />
      {locations.length > 1 ? (
        <Select
          size="sm"
          label={texts.filterLocation}
          placeholder={texts.allLocations}
          clearable
          data={locations.map(({ id, name }) => ({ value: id, label: name }))}
          value={search.location ?? null}
          onChange={(id) => onChange({ location: id ?? undefined })}
          comboboxProps={{ withinPortal: false }}
        />
      ) : null}
      <MultiSelect
        size="sm"
        label={texts.filterPeople}
        placeholder={search.only ? '' : texts.everybody}
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
        {texts.clearFilters}
      </Button>
    </>
  );
}

function Looks({ search, onChange }: Pick<ViewMenu, 'search' | 'onChange'>) {
  return (
    <>
      <Labelled label={texts.group}>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={texts.group}
          data={groupings.map((value) => ({ value, label: texts.grouping[value] }))}
          value={search.group ?? 'type'}
          onChange={(group) => onChange({ group: group === 'type' ? undefined : group })}
        />
      </Labelled>
      <Labelled label={texts.color}>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={texts.color}
          data={colorings.map((value) => ({ value, label: texts.coloring[value] }))}
          value={search.color ?? 'service'}
          onChange={(color) => onChange({ color: color === 'status' ? 'status' : undefined })}
        />
      </Labelled>
      <Checkbox
        label={texts.wholeDay}
        checked={search.hours === 'all'}
        onChange={({ currentTarget }) => onChange({ hours: currentTarget.checked ? 'all' : undefined })}
      />
      <Checkbox
        label={texts.cancelled}
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
