import type { Offer } from '@smooth/contract/scheduling/availability.ts';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { AvailabilityQuery, CallFailed } from './api.ts';
import { addMonths, firstOf, lastOf, monthOf } from './calendar.ts';
import { byDay, firstDayAfter } from './offers.ts';
import { asFailure } from './use-loaded.ts';

export type AvailabilitySource = (query: AvailabilityQuery) => Promise<Offer[]>;
export type Wanted = Omit<AvailabilityQuery, 'from' | 'to' | 'time_zone'> & { time_zone: string };

type Months = Record<string, Offer[]>;
type State = { wanted: Wanted; months: Months; failure: CallFailed | null };

/** How far ahead the next free day is looked for. */
const monthsAhead = 6;
const nothing: Months = {};

/** The offers of the months on view, by day; what was loaded stays while it is loaded afresh. */
export function useAvailability(options: {
  ask: AvailabilitySource;
  /** Kept by the caller: another object is another question. */
  wanted: Wanted;
  party: number;
  today: string;
  months: readonly string[];
}) {
  const { ask, wanted, party, today, months } = options;
  const zone = wanted.time_zone;
  const [state, setState] = useState<State>({ wanted, months: nothing, failure: null });
  const loader = useMemo(() => loaderOf({ ask, wanted, today }), [ask, wanted, today]);
  const shown = months.join();
  const show = useCallback(() => {
    for (const month of shown.split(','))
      loader.month(month).then(
        (offers) => setState((now) => withMonth(now, { wanted, month, offers })),
        (error: unknown) => setState((now) => ({ ...now, wanted, failure: asFailure(error) })),
      );
  }, [loader, shown, wanted]);
  useEffect(show, [show]);
  const reload = useCallback(() => {
    loader.forget();
    show();
  }, [loader, show]);
  useReturn(reload);
  const loaded = state.wanted === wanted ? state.months : nothing;
  const days = useMemo(() => byDay(Object.values(loaded).flat(), zone, party), [loaded, zone, party]);
  const nextFree = useCallback(
    (after: string) => findFree({ load: loader.month, after, zone, party }),
    [loader, zone, party],
  );
  const failure = state.wanted === wanted ? state.failure : null;
  return { days, isLoaded: (month: string) => month in loaded, failure, reload, nextFree };
}

const withMonth = (
  state: State,
  { wanted, month, offers }: { wanted: Wanted; month: string; offers: Offer[] },
): State => ({
  wanted,
  months: { ...(state.wanted === wanted ? state.months : nothing), [month]: offers },
  failure: null,
});

/** Each month is asked for once; days gone by are left out. */
function loaderOf({ ask, wanted, today }: { ask: AvailabilitySource; wanted: Wanted; today: string }) {
  const asked = new Map<string, Promise<Offer[]>>();
  const month = (month: string): Promise<Offer[]> => {
    const from = firstOf(month) > today ? firstOf(month) : today;
    if (from > lastOf(month)) return Promise.resolve([]);
    const answer = asked.get(month) ?? ask({ ...wanted, from, to: lastOf(month) });
    asked.set(month, answer);
    return answer;
  };
  return { month, forget: () => asked.clear() };
}

async function findFree(options: {
  load: (month: string) => Promise<Offer[]>;
  after: string;
  zone: string;
  party: number;
}): Promise<string | null> {
  const { load, after, zone, party } = options;
  for (let ahead = 0; ahead <= monthsAhead; ahead += 1) {
    const offers = await load(addMonths(monthOf(after), ahead));
    const day = firstDayAfter(byDay(offers, zone, party).keys(), after);
    if (day) return day;
  }
  return null;
}

/** Whoever comes back to the page after a while sees what is free now. */
function useReturn(reload: () => void) {
  useEffect(() => {
    let left = Date.now();
    const look = () => {
      if (document.hidden) left = Date.now();
      else if (Date.now() - left > 60_000) reload();
    };
    document.addEventListener('visibilitychange', look);
    addEventListener('online', reload);
    return () => {
      document.removeEventListener('visibilitychange', look);
      removeEventListener('online', reload);
    };
  }, [reload]);
}
