import type { RealtimeMessage } from '@smooth/contract/realtime/messages.ts';
import type { Clock } from '../clock.ts';
import { PLATFORM, type TenantKey } from '../events/wake.ts';
import type { Log } from '../log.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { eventsSince, type Fed, type FedEvent, horizonNow, MOST_FED } from './feed.ts';
import { openConsole } from './console.ts';
import { framesOf } from './frame.ts';
import type { Listener } from './listener.ts';

export interface Hub {
  /** Begins at the cursor of an earlier connection, or now. Answers how to leave. */
  join(tenant: Tenant, listener: Listener, since: string | null): Promise<() => void>;
  /** The same at the platform, which has no events of its own: that something changed is all that is told. */
  joinPlatform(listener: Listener, since: string | null): () => void;
  /** Something was committed in this business, or at the platform. */
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

/** Whose events are, by their ids; what is missing is nobody's own. */
export type OwnersOf = (tenant: Tenant, events: readonly FedEvent[]) => Promise<ReadonlyMap<string, string>>;

interface HubParts {
  clock: Clock;
  log: Log;
  ownersOf: OwnersOf;
}

/** Tells everybody who listens to a business what was recorded in it: names and revisions only. */
export function openHub({ clock, log, ownersOf }: HubParts): Hub {
  const rooms = new Map<string, Promise<Room>>();
  const keyOf = ({ id, mode }: TenantKey) => `${id}:${mode}`;

  const console = openConsole(clock);
  const read = readerOf({ clock, log, ownersOf });

  return {
    async join(tenant, listener, since) {
      const key = keyOf(tenant);
      const opened = rooms.get(key) ?? openRoom(tenant);
      rooms.set(key, opened);
      const room = await opened.catch((error: unknown) => {
        rooms.delete(key);
        throw error;
      });
      await greet(room, tenant, { listener, since, ownersOf });
      return () => {
        room.listeners.delete(listener);
        if (room.listeners.size === 0 && rooms.get(key) === opened) rooms.delete(key);
      };
    },
    joinPlatform: console.join,
    heard(tenant) {
      if (tenant.id === PLATFORM.id) return console.tell();
      void rooms.get(keyOf(tenant))?.then(read, () => undefined);
    },
    heardAll() {
      console.tell();
      for (const opened of rooms.values()) void opened.then(read, () => undefined);
    },
    async endSessions(isOver) {
      const inRooms = (await Promise.all(rooms.values())).flatMap((room) => [...room.listeners]);
      const all = [...inRooms, ...console.listeners];
      if (all.length === 0) return;
      const over = await isOver([...new Set(all.map((listener) => listener.session_id))]);
      for (const listener of all) if (over.has(listener.session_id)) listener.end(4401, 'The session has ended');
    },
    close() {
      for (const opened of rooms.values()) {
        void opened.then((room) => room.listeners.forEach((listener) => listener.end(1001, 'The server stops')));
      }
      rooms.clear();
      for (const listener of console.listeners) listener.end(1001, 'The server stops');
    },
  };
}

/** Reads what is new in a room; who asks meanwhile has it read once more, and not beside. */
const readerOf =
  ({ clock, log, ownersOf }: HubParts) =>
  async (room: Room): Promise<void> => {
    if (room.reading) {
      room.again = true;
      return;
    }
    room.reading = true;
    try {
      do {
        room.again = false;
        await pass(room, { ...room.tenant, now: clock.now() }, ownersOf);
      } while (room.again);
    } catch (error) {
      // What was missed comes with the next reading, which starts at the same place.
      log.warn({ err: error, tenant: room.tenant.id }, 'events could not be read for those who listen');
    } finally {
      room.reading = false;
    }
  };

async function openRoom(tenant: Tenant): Promise<Room> {
  const cursor = await horizonNow(tenant);
  return { tenant, listeners: new Set(), cursor, sent: new Set(), reading: false, again: false };
}

/** Sends what is new to everybody. */
async function pass(room: Room, tenant: Tenant, ownersOf: OwnersOf): Promise<void> {
  const { events, horizon } = await eventsSince(tenant, room.cursor);
  if (events.length > MOST_FED) {
    room.cursor = await horizonNow(tenant);
    room.sent.clear();
    return toAll(room, { type: 'reset', cursor: room.cursor });
  }
  const fresh = events.filter(({ id }) => !room.sent.has(id));
  const owners = [...room.listeners].some(({ own }) => own !== null) ? await ownersOf(tenant, fresh) : nobodys;
  room.cursor = horizon;
  room.sent = new Set(events.filter(({ xid }) => BigInt(xid) >= BigInt(horizon)).map(({ id }) => id));
  if (fresh.length > 0) broadcast(room, { events: fresh, horizon }, owners);
}

/** A newcomer is in before it catches up, so that nothing falls between; what comes twice has the same id. */
async function greet(
  room: Room,
  tenant: Tenant,
  { listener, since, ownersOf }: { listener: Listener; since: string | null; ownersOf: OwnersOf },
): Promise<void> {
  const say = (...messages: RealtimeMessage[]) => listener.send(framesOf(messages));
  room.listeners.add(listener);
  if (since === null) return say({ type: 'hello', cursor: room.cursor });
  const { events, horizon } = await eventsSince(tenant, since);
  if (events.length > MOST_FED) return say({ type: 'reset', cursor: horizon });
  const owners = listener.own === null ? nobodys : await ownersOf(tenant, events);
  const heard = heardBy(listener.own, events, owners);
  say({ type: 'hello', cursor: horizon }, ...heard.map((event) => messageOf(event, horizon)));
}

const messageOf = (event: FedEvent, cursor: string): RealtimeMessage => ({
  type: 'event',
  event: event.type,
  event_id: event.id,
  id: event.subject_id,
  revision: event.revision,
  cursor,
});

const nobodys: ReadonlyMap<string, string> = new Map();

const heardBy = (own: string | null, events: readonly FedEvent[], owners: ReadonlyMap<string, string>) =>
  own === null ? events : events.filter(({ id }) => owners.get(id) === own);

/** Written out once for all who hear the same. */
function broadcast({ listeners }: Room, { events, horizon }: Fed, owners: ReadonlyMap<string, string>): void {
  const written = new Map<string | null, Buffer>();
  for (const listener of listeners) {
    const { own } = listener;
    const frames = written.get(own) ?? framesOf(heardBy(own, events, owners).map((event) => messageOf(event, horizon)));
    written.set(own, frames);
    if (frames.length > 0) listener.send(frames);
  }
}

function toAll({ listeners }: Room, message: RealtimeMessage): void {
  const frames = framesOf([message]);
  for (const listener of listeners) listener.send(frames);
}
