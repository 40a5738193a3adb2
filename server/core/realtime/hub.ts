import type { RealtimeMessage } from '@smooth/contract/realtime/messages.ts';
import type { Clock } from '../clock.ts';
import type { TenantKey } from '../events/wake.ts';
import type { Log } from '../log.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { eventsSince, type FedEvent, horizonNow, MOST_FED } from './feed.ts';
import { framesOf } from './frame.ts';

/** One open connection of somebody signed in. */
export interface Listener {
  session_id: string;
  /** Takes whole frames. */
  send(frames: Buffer): void;
  /** Ends it; the client comes back and catches up. */
  end(code: number, reason: string): void;
}

export interface Hub {
  /** Begins at the cursor of an earlier connection, or now. Answers how to leave. */
  join(tenant: Tenant, listener: Listener, since: string | null): Promise<() => void>;
  /** Something was committed in this business. */
  heard(tenant: TenantKey): void;
  /** News may have been lost on the way here: everybody's business is looked at. */
  heardAll(): void;
  /** Ends the connections whose sessions are over. */
  endSessions(isOver: (sessionIds: string[]) => Promise<Set<string>>): Promise<void>;
  close(): void;
}

/** A business in one mode that somebody listens to. */
interface Room {
  tenant: Tenant;
  listeners: Set<Listener>;
  cursor: string;
  /** Events at or after the cursor that were sent already. */
  sent: Set<string>;
  reading: boolean;
  again: boolean;
}

/** Tells everybody who listens to a business what was recorded in it: names and revisions only. */
export function openHub({ clock, log }: { clock: Clock; log: Log }): Hub {
  const rooms = new Map<string, Promise<Room>>();
  const keyOf = ({ id, mode }: TenantKey) => `${id}:${mode}`;

  const read = async (room: Room): Promise<void> => {
    if (room.reading) {
      room.again = true;
      return;
    }
    room.reading = true;
    try {
      do {
        room.again = false;
        await pass(room, { ...room.tenant, now: clock.now() });
      } while (room.again);
    } catch (error) {
      // What was missed comes with the next reading, which starts at the same place.
      log.warn({ err: error, tenant: room.tenant.id }, 'events could not be read for those who listen');
    } finally {
      room.reading = false;
    }
  };

  return {
    async join(tenant, listener, since) {
      const key = keyOf(tenant);
      const opened = rooms.get(key) ?? openRoom(tenant);
      rooms.set(key, opened);
      const room = await opened.catch((error: unknown) => {
        rooms.delete(key);
        throw error;
      });
      await greet(room, tenant, listener, since);
      return () => {
        room.listeners.delete(listener);
        if (room.listeners.size === 0 && rooms.get(key) === opened) rooms.delete(key);
      };
    },
    heard(tenant) {
      void rooms.get(keyOf(tenant))?.then(read, () => undefined);
    },
    heardAll() {
      for (const opened of rooms.values()) void opened.then(read, () => undefined);
    },
    async endSessions(isOver) {
      const all = (await Promise.all(rooms.values())).flatMap((room) => [...room.listeners]);
      if (all.length === 0) return;
      const over = await isOver([...new Set(all.map((listener) => listener.session_id))]);
      for (const listener of all) if (over.has(listener.session_id)) listener.end(4401, 'The session has ended');
    },
    close() {
      for (const opened of rooms.values()) {
        void opened.then((room) => room.listeners.forEach((listener) => listener.end(1001, 'The server stops')));
      }
      rooms.clear();
    },
  };
}

async function openRoom(tenant: Tenant): Promise<Room> {
  const cursor = await horizonNow(tenant);
  return { tenant, listeners: new Set(), cursor, sent: new Set(), reading: false, again: false };
}

/** Sends what is new to everybody. */
async function pass(room: Room, tenant: Tenant): Promise<void> {
  const { events, horizon } = await eventsSince(tenant, room.cursor);
  if (events.length > MOST_FED) {
    room.cursor = await horizonNow(tenant);
    room.sent.clear();
    return broadcast(room, [{ type: 'reset', cursor: room.cursor }]);
  }
  const fresh = events.filter(({ id }) => !room.sent.has(id));
  room.cursor = horizon;
  room.sent = new Set(events.filter(({ xid }) => BigInt(xid) >= BigInt(horizon)).map(({ id }) => id));
  if (fresh.length > 0)
    broadcast(
      room,
      fresh.map((event) => messageOf(event, horizon)),
    );
}

/** A newcomer is in before it catches up, so that nothing falls between; what comes twice has the same id. */
async function greet(room: Room, tenant: Tenant, listener: Listener, since: string | null): Promise<void> {
  const say = (...messages: RealtimeMessage[]) => listener.send(framesOf(messages));
  room.listeners.add(listener);
  if (since === null) return say({ type: 'hello', cursor: room.cursor });
  const { events, horizon } = await eventsSince(tenant, since);
  if (events.length > MOST_FED) return say({ type: 'reset', cursor: horizon });
  say({ type: 'hello', cursor: horizon }, ...events.map((event) => messageOf(event, horizon)));
}

const messageOf = (event: FedEvent, cursor: string): RealtimeMessage => ({
  type: 'event',
  event: event.type,
  event_id: event.id,
  id: event.subject_id,
  revision: event.revision,
  cursor,
});

/** Written out once, whoever listens. */
function broadcast({ listeners }: Room, messages: RealtimeMessage[]): void {
  const frames = framesOf(messages);
  for (const listener of listeners) listener.send(frames);
}
