/** The least a fan-out costs: the `ws` server alone, which sends the same bytes to everybody. */
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';

const server = new WebSocketServer({ port: 0, host: '127.0.0.1', backlog: 1000 });
server.on('connection', (socket) => socket.send('{"type":"hello"}'));
server.once('listening', () => process.send!((server.address() as AddressInfo).port));

process.on('message', (text: string) => {
  const at = performance.timeOrigin + performance.now();
  for (const socket of server.clients) socket.send(text);
  process.send!(at);
});
process.on('disconnect', () => process.exit(0));
