import { ActionIcon, Button } from '@mantine/core';
import type { Appointment } from '@smooth/contract/scheduling/appointments.ts';
import type { Block } from '@smooth/contract/scheduling/blocks.ts';
import type { Resource } from '@smooth/contract/scheduling/resources.ts';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSpeech, type SpeechOf } from '../../words/use-speech.tsx';
import type { Format } from '../../app/format.ts';
import { useFormat } from '../../app/format-context.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Section } from '../../ui/page.tsx';
import { RowsSkeleton } from '../../ui/skeletons.tsx';
import { tell, tellRefusal } from '../../ui/tell.tsx';
import { blocksQuery, useDeleteBlock } from '../api/blocks.ts';
import { isMidnight } from '../span.ts';
import { Affected } from './affected.tsx';
import { TimeOffForm } from './time-off-form.tsx';
import classes from './rows.module.css';

/** When somebody or something is away: once, or each week. */
export function TimeOffSection({ resource }: { resource: Resource }) {
  const { text } = useSpeech('scheduling');
  const blocks = useQuery(blocksQuery(resource.id));
  const [adding, setAdding] = useState(false);
  const [affected, setAffected] = useState<Appointment[] | null>(null);
  return (
    <Section
      title={text('time_off')}
      action={
        resource.can.add_time_off && !adding ? (
          <Button size="xs" variant="default" leftSection={<IconPlus size="1.2em" />} onClick={() => setAdding(true)}>
            {text('add_time_off')}
          </Button>
        ) : undefined
      }
    >
      {adding ? (
        <TimeOffForm
          resourceId={resource.id}
          onClose={() => setAdding(false)}
          onDone={(found) => {
            setAdding(false);
            setAffected(found);
          }}
        />
      ) : null}
      {affected ? <Affected appointments={affected} /> : null}
      <Loaded query={blocks} skeleton={<RowsSkeleton rows={1} />}>
        {(found) =>
          found.length > 0 ? (
            <ul className={classes.rows}>
              {found.map((block) => (
                <BlockRow key={block.id} block={block} />
              ))}
            </ul>
          ) : adding ? null : (
            <p className="soft">{text('no_time_off', { name: resource.name })}</p>
          )
        }
      </Loaded>
    </Section>
  );
}

function BlockRow({ block }: { block: Block }) {
  const speech = useSpeech('scheduling');
  const { text } = speech;
  const format = useFormat();
  const remove = useDeleteBlock();
  const words = blockWords(block, format, speech);
  return (
    <li>
      <span>
        {words}
        {block.reason ? <span className="soft">, {block.reason}</span> : null}
      </span>
      {block.can.delete ? (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={text('remove_time_off', { when: words })}
          loading={remove.isPending}
          onClick={() =>
            remove.mutate(block.id, { onSuccess: () => tell(text('time_off_removed')), onError: tellRefusal })
          }
        >
          <IconTrash size="1.2em" />
        </ActionIcon>
      ) : null}
    </li>
  );
}

export function blockWords({ start, end, recurring }: Block, format: Format, { text }: SpeechOf<'scheduling'>): string {
  if (recurring) {
    const name = new Intl.DateTimeFormat(format.locale, { weekday: 'long', timeZone: 'UTC' });
    const bounds = [
      recurring.from_on ? text('weekly_from', { day: format.day(recurring.from_on) }) : '',
      recurring.until_on ? text('weekly_until', { day: format.day(recurring.until_on) }) : '',
    ].filter(Boolean);
    const day = name.format(Date.UTC(2024, 0, recurring.weekday));
    const every = text('weekly', { day, hours: `${format.wall(recurring.start)} – ${format.wall(recurring.end)}` });
    return [every, ...bounds].join(', ');
  }
  if (!start || !end) return text('time_off');
  return spanWords(start, end, format);
}

/** Whole days without times: `Tue 14 July` or `Tue 14 July – Thu 16 July`. */
export function spanWords(start: string, end: string, format: Format): string {
  if (!isMidnight(start, format.zone) || !isMidnight(end, format.zone)) return format.dateTimeRange(start, end);
  const last = new Date(Date.parse(end) - 1).toISOString();
  return format.dateOf(start) === format.dateOf(last)
    ? format.date(start)
    : `${format.date(start)} – ${format.date(last)}`;
}
