import type { RealtimeMessage } from '@smooth/contract/realtime/messages.ts';
import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { tabMode } from './tab-mode.ts';

export type Connection = 'connecting' | 'open' | 'lost';

/** What has to be fetched afresh when something happened. Names travel, never contents. */
export function keysFor(event: string): QueryKey[] {
  const [subject = ''] = event.split('.');
  return (keysBySubject[subject] ?? []).map((key) => [key]);
}

const keysBySubject: Record<string, string[]> = {
  appointment: ['appointments', 'own-appointments', 'timeline', 'availability', 'customers', 'overview'],
  class: ['appointments', 'timeline', 'availability', 'overview'],
  customer: ['customers', 'appointments', 'timeline'],
  business: ['me'],
  block: ['blocks', 'timeline', 'availability'],
  feed: ['feeds'],
  platform: ['platform-users', 'platform-user', 'platform-invitations', 'permissions', 'grants', 'grantees', 'me'],
  time_off: ['time-off', 'blocks', 'timeline', 'availability'],
  closure: ['closures', 'timeline', 'availability'],
  location: ['locations', 'timeline', 'availability'],
  resource: ['resources', 'timeline', 'availability'],
  resource_type: ['resources'],
  service: ['services', 'timeline', 'availability'],
  webhook: ['webhooks'],
};

export interface Realtime {
  state(): Connection;
  subscribe(listener: () => void): () => void;
  close(): void;
}

const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 15_000;
const COLLECT_MS = 120;
const REMEMBERED_EVENTS = 500;
const SESSION_ENDED = 4401;

/** Keeps a connection to the business open and has changed things fetched afresh; comes back by itself and catches up. */
export function openRealtime(queries: QueryClient): Realtime {
  const listeners = new Set<() => void>();
  const fresh = collector(queries);
  let state: Connection = 'connecting';
  let cursor: string | null = null;
  let delay = FIRST_DELAY_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let socket: WebSocket | undefined;
  let closed = false;

  const become = (next: Connection) => {
    if (state === next) return;
    state = next;
    for (const listener of listeners) listener();
  };
  const connect = () => {
    clearTimeout(timer);
    const since = cursor === null ? '' : `&since=${cursor}`;
    socket = new WebSocket(`${location.origin.replace('http', 'ws')}/api/ws?mode=${tabMode() ?? 'live'}${since}`);
    socket.addEventListener('message', ({ data }) => {
      const message = JSON.parse(String(data)) as RealtimeMessage;
      cursor = message.cursor;
      delay = FIRST_DELAY_MS;
      become('open');
      if (message.type === 'reset') void queries.invalidateQueries();
      if (message.type === 'event' && message.event.startsWith('sandbox.')) void queries.invalidateQueries();
      else if (message.type === 'event') fresh(message.event_id, message.event);
    });
    socket.addEventListener('close', ({ code }) => {
      if (closed) return;
      become('lost');
      if (code === SESSION_ENDED) void queries.invalidateQueries({ queryKey: ['me'] });
      else timer = setTimeout(connect, delay);
      delay = Math.min(delay * 2, LONGEST_DELAY_MS);
    });
  };
  const now = () => {
    if (state === 'lost' && !closed) connect();
  };
  window.addEventListener('online', now);
  connect();
  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      closed = true;
      clearTimeout(timer);
      window.removeEventListener('online', now);
      socket?.close();
    },
  };
}

/** Many events in a row are one refetch, and an event that comes twice counts once. */
function collector(queries: QueryClient): (eventId: string, event: string) => void {
  const seen = new Set<string>();
  const keys = new Map<string, QueryKey>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const refetch = () => {
    timer = undefined;
    for (const queryKey of keys.values()) void queries.invalidateQueries({ queryKey });
    keys.clear();
  };
  return (eventId, event) => {
    if (seen.has(eventId)) return;
    seen.add(eventId);
    if (seen.size > REMEMBERED_EVENTS) seen.delete(seen.values().next().value!);
    for (const key of keysFor(event)) keys.set(String(key[0]), key);
    timer ??= setTimeout(refetch, COLLECT_MS);
  };
}
