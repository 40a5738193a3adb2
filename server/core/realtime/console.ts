import type { Clock } from '../clock.ts';
import { PLATFORM } from '../events/wake.ts';
import { newId } from '../ids.ts';
import { framesOf } from './frame.ts';
import type { Listener } from './listener.ts';

/** Where those of the console stand: it keeps no events, so who comes back is told to fetch everything afresh. */
const CURSOR = '0';

/** Tells everybody at the console that something of the platform changed; what, they fetch with their own rights. */
export function openConsole(clock: Clock) {
  const listeners = new Set<Listener>();
  return {
    listeners,
    join(listener: Listener, since: string | null): () => void {
      listeners.add(listener);
      listener.send(framesOf([{ type: since === null ? 'hello' : 'reset', cursor: CURSOR }]));
      return () => listeners.delete(listener);
    },
    tell(): void {
      if (listeners.size === 0) return;
      const about = { event: 'platform.changed', event_id: newId(clock.now()), id: PLATFORM.id, revision: null };
      const frames = framesOf([{ type: 'event', ...about, cursor: CURSOR }]);
      for (const listener of listeners) listener.send(frames);
    },
  };
}
