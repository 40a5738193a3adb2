import { ActionIcon, Button, Switch, TextInput } from '@mantine/core';
import type { Override, Resource } from '@smooth/contract/scheduling/resources.ts';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSpeech } from '../../words/use-speech.tsx';
import { DateField } from '../../app/date-field.tsx';
import { useFormat, useToday } from '../../app/format-context.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Buttons, Section } from '../../ui/page.tsx';
import { RowsSkeleton } from '../../ui/skeletons.tsx';
import { tell, tellRefusal } from '../../ui/tell.tsx';
import { overridesQuery, useDeleteOverride, usePutOverride } from '../api/resources.ts';
import { dayProblem, type DayWindow, nextWindow } from '../week.ts';
import classes from './rows.module.css';
import { WindowFields } from './week-editor.tsx';
import { Notice } from '../../ui/notice.tsx';

/** Dates with hours of their own: a long Thursday, a Saturday off. */
export function OverridesSection({ resource }: { resource: Resource }) {
  const { text } = useSpeech('scheduling');
  const overrides = useQuery(overridesQuery(resource.id));
  const [adding, setAdding] = useState(false);
  return (
    <Section
      title={text('overrides')}
      action={
        resource.can.edit && !adding ? (
          <Button size="xs" variant="default" leftSection={<IconPlus size="1.2em" />} onClick={() => setAdding(true)}>
            {text('add_date')}
          </Button>
        ) : undefined
      }
    >
      {adding ? <OverrideForm resourceId={resource.id} onClose={() => setAdding(false)} /> : null}
      <Loaded query={overrides} skeleton={<RowsSkeleton rows={1} />}>
        {(found) =>
          found.length > 0 ? (
            <ul className={classes.rows}>
              {found.map((override) => (
                <OverrideRow key={override.id} override={override} mayEdit={resource.can.edit} />
              ))}
            </ul>
          ) : adding ? null : (
            <p className="soft">{text('no_overrides')}</p>
          )
        }
      </Loaded>
    </Section>
  );
}

function OverrideRow({ override, mayEdit }: { override: Override; mayEdit: boolean }) {
  const { text } = useSpeech('scheduling');
  const { day, wall } = useFormat();
  const remove = useDeleteOverride(override.resource_id);
  const hours =
    override.windows.map(({ start, end }) => `${wall(start)} – ${wall(end)}`).join(', ') || text('not_working');
  return (
    <li>
      <span>
        {day(override.on)}: {hours}
        {override.reason ? <span className="soft">, {override.reason}</span> : null}
      </span>
      {mayEdit ? (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={text('back_to_week_on', { day: day(override.on) })}
          loading={remove.isPending}
          onClick={() =>
            remove.mutate(override.on, { onSuccess: () => tell(text('back_to_week')), onError: tellRefusal })
          }
        >
          <IconTrash size="1.2em" />
        </ActionIcon>
      ) : null}
    </li>
  );
}

function OverrideForm({ resourceId, onClose }: { resourceId: string; onClose: () => void }) {
  const speech = useSpeech('scheduling');
  const { text } = speech;
  const { day } = useFormat();
  const [on, setOn] = useState(useToday());
  const [windows, setWindows] = useState<DayWindow[]>([nextWindow([])]);
  const [reason, setReason] = useState('');
  const put = usePutOverride(resourceId);
  const problem = dayProblem(windows, speech);
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    if (problem) return;
    put.mutate(
      { on, windows, reason: reason.trim() || null },
      {
        onSuccess: () => {
          tell(text('hours_of_day_set', { day: day(on) }));
          onClose();
        },
      },
    );
  };
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <DateField label={text('date')} value={on} onChange={setOn} />
      <Switch
        label={text('working_on_date')}
        checked={windows.length > 0}
        onChange={({ currentTarget }) => setWindows(currentTarget.checked ? [nextWindow([])] : [])}
      />
      {windows.map((window, index) => (
        <WindowFields
          key={index}
          label={text('hours_number', { number: index + 1 })}
          window={window}
          onChange={(changed) => setWindows(windows.with(index, changed))}
          onRemove={() => setWindows(windows.toSpliced(index, 1))}
        />
      ))}
      {problem ? <p role="alert">{problem}</p> : null}
      {windows.length > 0 && windows.length < 10 ? (
        <Buttons>
          <Button size="compact-sm" variant="subtle" onClick={() => setWindows([...windows, nextWindow(windows)])}>
            {text('add_hours')}
          </Button>
        </Buttons>
      ) : null}
      <TextInput
        label={text('reason')}
        maxLength={500}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      {put.error ? <Notice tone="red">{put.error.message}</Notice> : null}
      <Buttons>
        <Button type="submit" size="xs" loading={put.isPending}>
          {text('set_hours')}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          {text('discard')}
        </Button>
      </Buttons>
    </form>
  );
}
