import { ActionIcon, Button, UnstyledButton } from '@mantine/core';
import type { Offer } from '@smooth/contract/scheduling/availability.ts';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { addDays } from '@smooth/engine/date.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSpeech } from '../../words/use-speech.tsx';
import { useFormat } from '../../app/format-context.tsx';
import { Group } from '../../ui/group.tsx';
import { TimesSkeleton } from '../../ui/skeletons.tsx';
import { Failed } from '../../ui/states.tsx';
import { availabilityQuery, type TimeSource } from '../api/availability.ts';
import { byDay, byPart, weekFrom } from '../times.ts';
import type { Picked, TimeQuestion } from '../picked.ts';
import classes from './times.module.css';

interface FreeTimes {
  question: TimeQuestion;
  /** The team's where absent. */
  source?: TimeSource;
  day: string;
  onDay: (day: string) => void;
  value: Picked | null;
  onChange: (picked: Picked | null) => void;
}

/** A strip of seven days with the free ones marked, and the free times of the chosen day. */
export function FreeTimes({ question, source, day, onDay, value, onChange }: FreeTimes) {
  const { text } = useSpeech('scheduling');
  const { zone, day: dayWords } = useFormat();
  const [first, setFirst] = useState(day);
  const days = weekFrom(first);
  const availability = useQuery(
    availabilityQuery(
      {
        service_id: question.serviceId,
        from: days[0]!,
        to: days[6]!,
        resource_id: question.resourceId,
        ignore_appointment_id: question.ignoreId,
      },
      source,
    ),
  );
  const offers = byDay(availability.data?.data ?? [], zone);
  const turn = (count: number) => {
    setFirst(addDays(first, count));
    onDay(addDays(first, count));
  };
  const next = days.find((on) => on > day && offers.has(on));
  return (
    <>
      <div className={classes.strip}>
        <ActionIcon variant="subtle" color="gray" aria-label={text('days_back')} onClick={() => turn(-7)}>
          <IconChevronLeft />
        </ActionIcon>
        {days.map((on) => (
          <DayButton
            key={on}
            on={on}
            count={offers.get(on)?.length ?? 0}
            isChosen={on === day}
            onClick={() => onDay(on)}
          />
        ))}
        <ActionIcon variant="subtle" color="gray" aria-label={text('days_on')} onClick={() => turn(7)}>
          <IconChevronRight />
        </ActionIcon>
      </div>
      {availability.isPending ? (
        <div className="quiet-load" aria-busy>
          <TimesSkeleton />
        </div>
      ) : availability.isError ? (
        <Failed error={availability.error} onRetry={() => void availability.refetch()} />
      ) : offers.has(day) ? (
        <Times offers={offers.get(day)!} value={value} onChange={onChange} label={dayWords(day)} />
      ) : (
        <p className="soft">
          {text('nothing_free_on', { day: dayWords(day) })}{' '}
          {next ? (
            <Button variant="light" size="compact-sm" onClick={() => onDay(next)}>
              {text('show_day', { day: dayWords(next) })}
            </Button>
          ) : (
            <Button variant="light" size="compact-sm" onClick={() => turn(7)}>
              {text('look_on')}
            </Button>
          )}
        </p>
      )}
    </>
  );
}

interface DayButton {
  on: string;
  count: number;
  isChosen: boolean;
  onClick: () => void;
}
function DayButton({ on, count, isChosen, onClick }: DayButton) {
  const speech = useSpeech('scheduling');
  const { text } = speech;
  const { locale, day } = useFormat();
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(Date.parse(on));
  return (
    <UnstyledButton
      className={classes.day}
      aria-pressed={isChosen}
      aria-label={
        count === 0 ? text('day_nothing_free', { day: day(on) }) : speech.count('day_free', count, { day: day(on) })
      }
      data-free={count > 0}
      onClick={onClick}
    >
      <span>{weekday}</span>
      <strong>{Number(on.slice(8))}</strong>
    </UnstyledButton>
  );
}

interface Times {
  offers: Offer[];
  label: string;
  value: Picked | null;
  onChange: (picked: Picked) => void;
}
function Times({ offers, label, value, onChange }: Times) {
  const { text, count } = useSpeech('scheduling');
  const { zone, time } = useFormat();
  return (
    <Group label={text('free_times_on', { day: label })} className={classes.parts}>
      {byPart(offers, zone).map(([part, found]) => (
        <div key={part}>
          <h4>{text(part)}</h4>
          <div className={classes.times}>
            {found.map((offer) => (
              <UnstyledButton
                key={offer.start}
                className={classes.time}
                aria-pressed={value?.start === offer.start}
                onClick={() => onChange({ start: offer.start, isOffered: true, classId: offer.class_id })}
              >
                {time(offer.start)}
                {offer.seats_left === undefined ? null : <small>{count('seats_left', offer.seats_left)}</small>}
              </UnstyledButton>
            ))}
          </div>
        </div>
      ))}
    </Group>
  );
}
