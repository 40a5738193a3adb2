import { Button } from '@mantine/core';
import type { Closure } from '@smooth/contract/scheduling/blocks.ts';
import { IconAlertTriangle, IconCalendarOff, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useNavigate, useParams } from '@tanstack/react-router';
import { useSpeech } from '../../words/use-speech.tsx';
import { ms } from '../../app/format.ts';
import { useFormat } from '../../app/format-context.tsx';
import { useNow } from '../../app/now.ts';
import { useMay } from '../../identity/api.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Page } from '../../ui/page.tsx';
import { RowsSkeleton } from '../../ui/skeletons.tsx';
import { Empty } from '../../ui/states.tsx';
import { StepsProvider } from '../../ui/steps.tsx';
import { closuresQuery } from '../api/blocks.ts';
import { locationsQuery } from '../api/resources.ts';
import { spanWords } from '../components/time-off-section.tsx';
import classes from './cards.module.css';

/** When the business is closed beside its hours: holidays, works, a day out. */
export function ClosuresPage() {
  const { text } = useSpeech('scheduling');
  const closures = useQuery(closuresQuery());
  const params = useParams({ strict: false });
  const navigate = useNavigate();
  const now = useNow();
  const ahead = closures.data?.filter(({ end }) => ms(end) > now) ?? [];
  const past = closures.data?.filter(({ end }) => ms(end) <= now).toReversed() ?? [];
  const all = [...ahead, ...past];
  return (
    <StepsProvider
      ids={all.map(({ id }) => id)}
      go={(id) => void navigate({ to: '/closures/$id', params: { id }, replace: true })}
    >
      <Page title={text('closures')} about={text('closures_about')} action={<Add />}>
        <Loaded query={closures} skeleton={<RowsSkeleton rows={4} />}>
          {() =>
            all.length > 0 ? (
              <>
                <Group title={text('closures_ahead')} closures={ahead} openId={params.id} />
                <Group title={text('closures_past')} closures={past} openId={params.id} />
              </>
            ) : (
              <Empty icon={<IconCalendarOff />} title={text('closures_none')} action={<Add />}>
                {text('closures_none_text')}
              </Empty>
            )
          }
        </Loaded>
      </Page>
      <Outlet />
    </StepsProvider>
  );
}

function Add() {
  const { text } = useSpeech('scheduling');
  const may = useMay();
  if (!may('closure.edit')) return null;
  return (
    <Button component={Link} to="/closures/new" leftSection={<IconPlus size="1.3em" />}>
      {text('add_closure')}
    </Button>
  );
}

function Group({ title, closures, openId }: { title: string; closures: Closure[]; openId: string | undefined }) {
  if (closures.length === 0) return null;
  return (
    <section aria-label={title} className={classes.group}>
      <h2>{title}</h2>
      <ul className={classes.list}>
        {closures.map((closure) => (
          <ClosureRow key={closure.id} closure={closure} isOpen={closure.id === openId} />
        ))}
      </ul>
    </section>
  );
}

function ClosureRow({ closure, isOpen }: { closure: Closure; isOpen: boolean }) {
  const speech = useSpeech('scheduling');
  const { text } = speech;
  const format = useFormat();
  const { data: locations = [] } = useQuery(locationsQuery);
  const count = closure.affected_count;
  return (
    <li className={classes.row} data-open={isOpen}>
      <IconCalendarOff size="1.3em" aria-hidden />
      <span className={classes.main}>
        <Link to="/closures/$id" params={{ id: closure.id }} className={classes.link}>
          {closure.name}
        </Link>
        <span className={classes.sub}>{spanWords(closure.start, closure.end, format)}</span>
      </span>
      <span className={classes.marks}>
        {count > 0 ? (
          <Mark tone="amber" icon={IconAlertTriangle}>
            {speech.count('appointments_inside', count)}
          </Mark>
        ) : null}
      </span>
      <span className={classes.number}>
        {closure.location_id ? locations.find(({ id }) => id === closure.location_id)?.name : text('whole_business')}
      </span>
    </li>
  );
}
