import { useCallback, useEffect, useReducer } from 'react';
import { linkTo } from './address.ts';
import { advance, type Draft, emptyDraft, type Move, reachable, readDraft, type Step, steps } from './draft.ts';
import { ownZone } from './zones.ts';

/** The draft of this tab: kept over a reload, moved by the browser's Back and Forward. */
export function useDraft(options: { service: string | null; isSandbox: boolean }) {
  const [draft, dispatch] = useReducer(advance, options, firstDraft);
  useEffect(() => store(options.isSandbox, draft), [options.isSandbox, draft]);
  useHistory(draft, dispatch);
  const back = useCallback(() => {
    if (entry().depth > 0) history.back();
    else dispatch({ type: 'step', step: steps[steps.indexOf(draft.step) - 1] ?? 'service' });
  }, [draft.step]);
  return { draft, dispatch, back };
}

interface Entry {
  step?: Step;
  depth: number;
}

const entry = (): Entry => (history.state as Entry | null) ?? { depth: 0 };

/** A reload goes on where it was; a new visit begins anew but remembers what was typed about the person. */
function firstDraft({ service, isSandbox }: { service: string | null; isSandbox: boolean }): Draft {
  const kept = readDraft(stored(isSandbox));
  const { step } = entry();
  const empty = emptyDraft(ownZone());
  if (kept && step) return { ...kept, step: reachable(kept, step) };
  const begun = kept ? { ...empty, zone: kept.zone, hold: kept.hold, details: kept.details } : empty;
  return service ? { ...begun, service_id: service, step: 'time' } : begun;
}

function useHistory(draft: Draft, dispatch: (move: Move) => void) {
  const { step, service_id } = draft;
  useEffect(() => {
    const { step: before, depth } = entry();
    if (before === step) return;
    const isForward = before && steps.indexOf(step) > steps.indexOf(before);
    const isNewEntry = (isForward && step !== 'done') || before === 'done';
    const address = linkTo(location.pathname, location.search, { service: step === 'service' ? null : service_id });
    if (isNewEntry) history.pushState({ step, depth: depth + 1 }, '', address);
    else history.replaceState({ step, depth }, '', address);
  }, [step, service_id]);
  useEffect(() => {
    const follow = () => dispatch({ type: 'step', step: entry().step ?? 'service' });
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, [dispatch]);
}

const keyOf = (isSandbox: boolean): string => `smooth.booking.${isSandbox ? 'sandbox' : 'live'}`;

/** Storage may be closed to a page inside another one; then a reload begins anew. */
function stored(isSandbox: boolean): string | null {
  try {
    return sessionStorage.getItem(keyOf(isSandbox));
  } catch {
    return null;
  }
}

function store(isSandbox: boolean, draft: Draft): void {
  try {
    sessionStorage.setItem(keyOf(isSandbox), JSON.stringify(draft));
  } catch {
    // As above.
  }
}
