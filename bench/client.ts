/** The load client: a process of its own that keeps raw connections busy and says how long the answers took. */
import { connect, type Socket } from 'node:net';
import { quantile } from './figures.ts';
import type { Load, LoadFigures, Timing } from './load.ts';

process.once('message', (load: Load) => {
  void run(load).then((figures) => {
    process.send!(figures);
    process.disconnect();
  });
});

/** What was sent and came back, by method. */
interface Tally {
  statuses: Record<string, number>;
  times: Record<string, number[]>;
}

async function run(load: Load): Promise<LoadFigures> {
  const tally: Tally = { statuses: {}, times: {} };
  const began = performance.now();
  const until = began + load.seconds * 1000;
  const texts = load.requests.map((text) => Buffer.from(text));
  let next = 0;
  const take = () => {
    if (performance.now() >= until) return undefined;
    if (load.once && next >= texts.length) return undefined;
    return texts[next++ % texts.length];
  };
  await Promise.all(Array.from({ length: load.connections }, () => converse(load.port, take, tally)));
  const seconds = (performance.now() - began) / 1000;
  const all = Object.values(tally.times).flat();
  const by = Object.entries(tally.times).map(([method, times]) => [method, timing(times, seconds)]);
  return { statuses: tally.statuses, ...timing(all, seconds), by: Object.fromEntries(by) };
}

function timing(times: number[], seconds: number): Timing {
  const sorted = Float64Array.from(times).sort();
  const at = (share: number) => quantile(sorted, share);
  return {
    count: sorted.length,
    perSecond: sorted.length / seconds,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    max: at(1),
  };
}

/** One connection, one request at a time, until there is nothing more to take. */
function converse(port: number, take: () => Buffer | undefined, tally: Tally): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let sent = 0;
    let method = '';
    const answer = answers((status) => {
      tally.statuses[status] = (tally.statuses[status] ?? 0) + 1;
      (tally.times[method] ??= []).push(performance.now() - sent);
      send();
    });
    const send = () => {
      const text = take();
      if (!text) return finish(socket, resolve);
      method = text[0] === 0x47 ? 'GET' : 'POST';
      sent = performance.now();
      socket.write(text);
    };
    socket.once('connect', send);
    socket.on('data', answer);
    socket.once('error', reject);
    socket.once('close', () => resolve());
  });
}

function finish(socket: Socket, done: () => void): void {
  socket.removeAllListeners('error');
  socket.destroy();
  done();
}

const LENGTH = Buffer.from('content-length: ');
const END = Buffer.from('\r\n\r\n');

/** Follows a stream of answers that say their length, without looking into their bodies. */
function answers(complete: (status: string) => void): (chunk: Buffer) => void {
  let head: Buffer = Buffer.alloc(0);
  let missing = 0;
  let status = '';
  return (chunk) => {
    if (missing === 0) {
      head = head.length === 0 ? chunk : Buffer.concat([head, chunk]);
      const end = head.indexOf(END);
      if (end < 0) return;
      status = head.toString('latin1', 9, 12);
      const length = head.indexOf(LENGTH);
      const body =
        length < 0 || length > end ? 0 : Number.parseInt(head.toString('latin1', length + 16, length + 26), 10);
      missing = end + END.length + body - head.length;
      head = Buffer.alloc(0);
    } else missing -= chunk.length;
    if (missing === 0) complete(status);
  };
}
