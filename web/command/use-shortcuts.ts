import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { Place } from '../app/shells/place-link.tsx';
import { useMay } from '../identity/api.ts';
import { isSomethingOnTop } from '../ui/on-top.ts';
import { type ActionKey, actionKeys, roomKeys } from './keys.ts';
import { press, type Pressed, stepTo } from './sequence.ts';

interface Shortcuts {
  places: Place[];
  isOff: boolean;
  onSearch: () => void;
  onHelp: () => void;
}

/** Single keys from anywhere, as long as nobody is typing and nothing lies on top. */
export function useShortcuts({ places, isOff, onSearch, onHelp }: Shortcuts) {
  const navigate = useNavigate();
  const may = useMay();
  const mayCreate = may('appointment.create');
  const pressed = useRef<Pressed>({ first: null });
  useEffect(() => {
    const act: Record<ActionKey, () => boolean> = {
      n: () => mayCreate && go('/appointments/new'),
      '/': () => focusSearch() || done(onSearch),
      '?': () => done(onHelp),
      j: () => walk('j'),
      k: () => walk('k'),
    };
    const go = (to: string) => done(() => void navigate({ to }));
    const room = (letter: string) => places.find(({ to }) => to !== undefined && roomKeys[to] === letter)?.to;
    const onKey = (event: KeyboardEvent) => {
      if (isOff || event.ctrlKey || event.metaKey || event.altKey || isElsewhere(event.target)) return;
      const [next, meaning] = press(pressed.current, event.key, event.timeStamp, Object.keys(actionKeys));
      pressed.current = next;
      const to = meaning?.kind === 'go' ? room(meaning.key) : undefined;
      const isTaken =
        meaning?.kind === 'wait' ||
        (meaning?.kind === 'go'
          ? to === undefined || go(to)
          : meaning?.kind === 'do' && act[meaning.key as ActionKey]());
      // The rooms have keys of their own; one press means one thing.
      if (isTaken) {
        event.preventDefault();
        event.stopImmediatePropagation();
      }
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [isOff, mayCreate, navigate, onHelp, onSearch, places]);
}

const done = (act: () => void): true => {
  act();
  return true;
};

/** Where keys are letters, or belong to what lies on top. */
const isElsewhere = (target: EventTarget | null) =>
  (target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))) ||
  isSomethingOnTop();

function focusSearch(): boolean {
  const field = document.querySelector<HTMLInputElement>('#content input[type="search"]');
  field?.focus();
  field?.select();
  return field !== null;
}

/** Moves the focus between the rows of what is listed; beside an open panel the panel steps by itself. */
function walk(key: 'j' | 'k'): boolean {
  if (document.querySelector('#content aside[aria-label]')) return false;
  const rows = [...document.querySelectorAll('#content :is(tbody tr, li)')];
  const links = rows.flatMap((row) => row.querySelector<HTMLElement>('a, button') ?? []);
  if (links.length === 0) return false;
  const focused = links.findIndex((link) => link === document.activeElement);
  const link = links[stepTo(key, focused, links.length)];
  link?.focus({ preventScroll: true });
  link?.scrollIntoView({ block: 'nearest' });
  return true;
}
