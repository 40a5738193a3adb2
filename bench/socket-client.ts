/** A thousand people who listen: a process of its own that opens the sockets and notes when which message came. */
import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import type { Arrivals, Listening } from './sockets.ts';

const arrivals = new Map<string, number[]>();
const sockets: Socket[] = [];

process.on('message', (order: Listening | 'report') => {
  if (order === 'report') return report();
  void open(order).then(
    () => process.send!('open'),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exit(1);
    },
  );
});

function report(): void {
  const all: Arrivals = [...arrivals].map(([id, times]) => ({ id, times: Float64Array.from(times) }));
  for (const socket of sockets) socket.destroy();
  process.send!(all, () => process.disconnect());
}

const AT_ONCE = 50;

/** Some at a time, as many as a listening port keeps waiting without losing any. */
async function open({ count, ...one }: Listening): Promise<void> {
  for (let opened = 0; opened < count; opened += AT_ONCE)
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, count - opened) }, (_, at) => join(one, opened + at)));
}

const HEAD_END = Buffer.from('\r\n\r\n');
const ID = Buffer.from('"event_id":"');
const ID_LENGTH = 36;

/** A handshake by hand, for what a client library costs is not what is measured here. Waits for the greeting. */
function join({ port, host, path, cookies }: Omit<Listening, 'count'>, index: number): Promise<void> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  sockets.push(socket);
  socket.write(
    [
      `GET ${path} HTTP/1.1`,
      `Host: ${host}`,
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
      `Cookie: ${cookies[index % cookies.length] ?? ''}`,
      '\r\n',
    ].join('\r\n'),
  );
  return new Promise((resolve, reject) => {
    let left: Buffer = Buffer.alloc(0);
    let isUpgraded = false;
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('A socket was closed')));
    socket.on('data', (chunk) => {
      const at = performance.timeOrigin + performance.now();
      left = left.length === 0 ? chunk : Buffer.concat([left, chunk]);
      if (!isUpgraded) {
        const end = left.indexOf(HEAD_END);
        if (end < 0) return;
        if (!left.subarray(0, 12).equals(UPGRADED)) return reject(new Error(left.subarray(0, end).toString()));
        isUpgraded = true;
        left = left.subarray(end + HEAD_END.length);
      }
      left = readFrames(left, at, resolve);
    });
  });
}

const UPGRADED = Buffer.from('HTTP/1.1 101');

/** Notes every whole message; answers what is left of the last one. */
function readFrames(bytes: Buffer, at: number, greeted: () => void): Buffer {
  let from = 0;
  while (bytes.length - from >= 4) {
    const short = bytes[from + 1]!;
    const head = short === 126 ? 4 : 2;
    const end = from + head + (short === 126 ? bytes.readUInt16BE(from + 2) : short);
    if (end > bytes.length) break;
    if (bytes[from] === 0x81) note(bytes.subarray(from + head, end), at, greeted);
    from = end;
  }
  return bytes.subarray(from);
}

function note(message: Buffer, at: number, greeted: () => void): void {
  const found = message.indexOf(ID);
  if (found < 0) return greeted();
  const id = message.toString('latin1', found + ID.length, found + ID.length + ID_LENGTH);
  const known = arrivals.get(id);
  if (known) known.push(at);
  else arrivals.set(id, [at]);
}
