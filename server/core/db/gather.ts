import type { Socket } from 'node:net';
import type { ClientBase } from 'pg';

/**
 * What a connection is given to send within one turn of the event loop leaves in one packet. Each write of its own would
 * cost about what a query does, and wake PostgreSQL for a piece of the work.
 */
export function gatherWrites(client: ClientBase): void {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  const write = stream.write.bind(stream) as (...given: unknown[]) => boolean;
  let isGathering = false;
  const send = () => {
    isGathering = false;
    stream.uncork();
  };
  stream.write = (...given: unknown[]) => {
    if (!isGathering) {
      isGathering = true;
      stream.cork();
      process.nextTick(send);
    }
    return write(...given);
  };
}
