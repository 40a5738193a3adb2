import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { createServer as createSecure } from 'node:https';
import { createServer as createPlain, type AddressInfo, isIPv4, isIPv6, type Socket } from 'node:net';
import tls from 'node:tls';
import { expect, test as bare } from 'vitest';
import { hostilePlaces } from '../../testing/hostile-places.ts';
import { type NameServer, openNameServer } from '../../testing/name-server.ts';
import { receiverCertificate, receiverKey } from '../../testing/receiver-certificate.ts';
import { ConfigError, readConfig } from '../config.ts';
import { type EgressConfig, judge } from './destination.ts';
import { isPublicAddress } from './public-address.ts';
import { send } from './send.ts';

/** In 3ffe::/16, which was given back in 2006: public, and nobody is there. */
const NOBODY = '3ffe::1';
const REBINDINGS = process.env['LONG'] ? 1000 : 40;

interface Listener {
  port: number;
  connections: () => number;
}

const test = bare
  // oxlint-disable-next-line no-empty-pattern
  .extend('names', { scope: 'file' }, async ({}, { onCleanup }): Promise<NameServer> => {
    const names = await openNameServer();
    onCleanup(() => names.close());
    return names;
  })
  .extend('config', ({ names }): EgressConfig => ({ production: false, dnsServers: [names.address], egressAllow: [] }))
  // Everything of this machine that can be listened at, IPv6 and IPv4.
  // oxlint-disable-next-line no-empty-pattern
  .extend('listener', { scope: 'file' }, async ({}, { onCleanup }): Promise<Listener> => {
    let count = 0;
    const server = createPlain((socket) => {
      count += 1;
      socket.on('error', () => undefined).end('HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n');
    });
    await once(server.listen(0, '::'), 'listening');
    onCleanup(() => void server.close());
    return { port: (server.address() as AddressInfo).port, connections: () => count };
  });

const to = (url: string, within_ms?: number) =>
  ({ url, method: 'POST', headers: {}, body: '{}', ...(within_ms && { within_ms }) }) as const;

async function serving(server: Server, finish: (end: () => void) => void): Promise<string> {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  finish(() => {
    server.closeAllConnections();
    server.close();
  });
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('150 hostile addresses and more are refused, and nobody is connected to', async ({ config, listener }) => {
  expect(new Set(hostilePlaces).size).toBeGreaterThanOrEqual(150);
  const before = listener.connections();
  const outcomes = await Promise.all(
    hostilePlaces.flatMap((place) =>
      ['http', 'https'].map(async (scheme) => ({
        place,
        ...(await send(config, to(`${scheme}://${place}:${listener.port}/`))),
      })),
    ),
  );
  expect(outcomes.filter(({ ok }) => ok)).toEqual([]);
  const codes = new Set(outcomes.map((outcome) => (outcome.ok ? null : outcome.code)));
  expect(codes).toEqual(new Set(['malformed_address', 'not_public', 'unresolved']));
  expect(listener.connections()).toBe(before);
});

test('a name that resolves to one hostile address is refused, whatever else it resolves to', async ({
  config,
  names,
  listener,
}) => {
  const before = listener.connections();
  const hosts = hostilePlaces.map((place) => place.replaceAll(/[[\]]/g, ''));
  for (const address of hosts.filter((host) => isIPv4(host) || (isIPv6(host) && !/[.%]/.test(host)))) {
    names.addresses.set('inside.example', () => [NOBODY, '8.8.8.8', address]);
    expect(await send(config, to(`http://inside.example:${listener.port}/`)), address).toMatchObject({
      code: 'not_public',
    });
  }
  expect(listener.connections()).toBe(before);
});

test(
  'a name that flips between public and private never leads to what is private',
  { timeout: 600_000 },
  async ({ config, names, listener }) => {
    const before = listener.connections();
    const seen = new Set<string>();
    const inside = ['127.0.0.1', '::1', '0.0.0.0', '10.0.0.1', '169.254.169.254'];
    for (let turn = 0; turn < REBINDINGS; turn += 1) {
      let asked = 0;
      // Public when it is judged and private later, or by chance.
      const isLater = turn % 2 === 0;
      const choose = () =>
        [inside[turn % inside.length]!, NOBODY][(isLater ? asked++ < 2 : Math.random() < 0.5) ? 1 : 0]!;
      names.addresses.set(`flip-${turn}.example`, () => [choose()]);
      const outcome = await send(config, to(`http://flip-${turn}.example:${listener.port}/`, 100));
      seen.add(outcome.ok ? 'answered' : outcome.code);
    }
    expect(listener.connections()).toBe(before);
    expect(seen).not.toContain('answered');
    expect(seen).toContain('not_public');
  },
);

test('addresses of everybody are public', () => {
  for (const address of [
    '1.1.1.1',
    '8.8.8.8',
    '93.184.215.14',
    '100.63.255.255',
    '172.32.0.1',
    '192.167.1.1',
    '198.20.0.1',
  ])
    expect(isPublicAddress(address), address).toBe(true);
  for (const address of ['2606:4700::1111', '2a00:1450:4001::200e', '2001:4860:4860::8888', NOBODY])
    expect(isPublicAddress(address), address).toBe(true);
});

test('https, a usual port and a name that is known are asked for', async ({ config, names }) => {
  names.addresses.set('shop.example', () => ['8.8.8.8']);
  const live = { ...config, production: true };
  const judged = async (url: string) => {
    const told = await judge(live, url);
    return told.ok ? told.destination.addresses : told.code;
  };
  expect(await judged('https://shop.example/hooks?a=b')).toEqual(['8.8.8.8']);
  expect(await judged('https://shop.example:8443/')).toEqual(['8.8.8.8']);
  expect(await judged('http://shop.example/')).toBe('not_https');
  expect(await judged('https://shop.example:22/')).toBe('port_not_allowed');
  expect(await judged('https://shop.example:0/')).toBe('port_not_allowed');
  expect(await judged('https://nobody.example/')).toBe('unresolved');
  for (const url of [
    '',
    'shop.example',
    'ftp://shop.example/',
    'file:///etc/passwd',
    'https://',
    'https://a:b@shop.example/',
    'https://shop.example./',
    'javascript:alert(1)',
    'https://shop example/',
    `https://shop.example/${'a'.repeat(3000)}`,
  ])
    expect(await judged(url), url).toBe('malformed_address');
});

test('what is named as allowed is reached by its address or a name, on that port only', async ({
  config,
  names,
  onTestFinished,
}) => {
  const asked: string[] = [];
  const place = await serving(
    createServer((request, response) => {
      asked.push(`${request.method} ${request.headers.host} ${request.url}`);
      response.setHeader('x-seen', 'yes').end('thanks');
    }),
    onTestFinished,
  );
  const open = { ...config, egressAllow: [place] };
  const port = place.split(':')[1]!;
  names.addresses.set('hooks.example', () => ['127.0.0.1']);
  expect(await send(open, to(`http://${place}/a`))).toMatchObject({
    ok: true,
    status: 200,
    body: 'thanks',
    headers: { 'x-seen': 'yes' },
  });
  expect(await send(open, to(`http://hooks.example:${port}/b`))).toMatchObject({ ok: true });
  expect(await send(open, to(`http://127.0.0.1:${Number(port) + 1}/`))).toMatchObject({ code: 'not_public' });
  expect(await send(open, to(`http://127.0.0.2:${port}/`))).toMatchObject({ code: 'not_public' });
  expect(asked).toEqual([`POST ${place} /a`, `POST hooks.example:${port} /b`]);
});

test('nothing that is not public can be allowed in production', () => {
  const production = { NODE_ENV: 'production', BASE_URL: 'https://book.example' };
  expect(() => readConfig({ ...production, EGRESS_ALLOW: '127.0.0.1:4000' })).toThrow(ConfigError);
  expect(() => readConfig({ EGRESS_ALLOW: 'localhost:4000' })).toThrow(/EGRESS_ALLOW/);
  expect(readConfig({ EGRESS_ALLOW: '127.0.0.1:4000, [::1]:4000' }).egressAllow).toEqual([
    '127.0.0.1:4000',
    '[::1]:4000',
  ]);
});

test('a redirect is an answer and not followed', async ({ config, listener, onTestFinished }) => {
  const place = await serving(
    createServer((_, response) => response.writeHead(302, { location: `http://127.0.0.1:${listener.port}/` }).end()),
    onTestFinished,
  );
  const before = listener.connections();
  const outcome = await send({ ...config, egressAllow: [place, `127.0.0.1:${listener.port}`] }, to(`http://${place}/`));
  expect(outcome).toMatchObject({ ok: true, status: 302 });
  expect(listener.connections()).toBe(before);
});

test('a proxy of the environment is not used', async ({ config, listener, onTestFinished }) => {
  const place = await serving(
    createServer((_, response) => response.end('direct')),
    onTestFinished,
  );
  const before = listener.connections();
  for (const name of ['http_proxy', 'HTTP_PROXY', 'NODE_USE_ENV_PROXY']) {
    const old = process.env[name];
    process.env[name] = name === 'NODE_USE_ENV_PROXY' ? '1' : `http://127.0.0.1:${listener.port}`;
    onTestFinished(() => void (old === undefined ? delete process.env[name] : (process.env[name] = old)));
  }
  expect(await send({ ...config, egressAllow: [place] }, to(`http://${place}/`))).toMatchObject({ body: 'direct' });
  expect(listener.connections()).toBe(before);
});

test('megabytes are cut, and a receiver that never ends does not keep anybody waiting', async ({
  config,
  onTestFinished,
}) => {
  const place = await serving(
    createServer((request, response) => {
      if (request.url === '/large') response.end(Buffer.alloc(8 * 1024 * 1024, 'x'));
      if (request.url === '/headers') response.writeHead(200, { 'x-large': 'x'.repeat(64 * 1024) }).end();
      if (request.url === '/drip') setInterval(() => response.write('x'), 20).unref();
      if (request.url === '/broken') response.write('half', () => response.destroy());
    }),
    onTestFinished,
  );
  const open = { ...config, egressAllow: [place] };
  const large = await send(open, to(`http://${place}/large`));
  expect(large).toMatchObject({ ok: true, status: 200, is_cut: true });
  expect(large.ok && large.body.length).toBe(64 * 1024);
  expect(await send(open, to(`http://${place}/headers`))).toMatchObject({ ok: false, code: 'no_http' });
  for (const path of ['/hang', '/drip']) {
    const slow = await send(open, to(`http://${place}${path}`, 200));
    expect(slow).toMatchObject({ ok: false, code: 'timeout' });
    expect(slow.duration_ms).toBeLessThan(2000);
  }
  expect(await send(open, to(`http://${place}/broken`))).toMatchObject({ ok: false, code: 'broken_off' });
});

test('nobody who listens, somebody who speaks something else, and somebody who goes away', async ({
  config,
  onTestFinished,
}) => {
  const other = createPlain((socket: Socket) => socket.on('error', () => undefined).end('220 mail.example ESMTP\r\n'));
  await once(other.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => void other.close());
  const { port } = other.address() as AddressInfo;
  const gone = createPlain().listen(0, '127.0.0.1');
  await once(gone, 'listening');
  const { port: closed } = gone.address() as AddressInfo;
  gone.close();
  const open = { ...config, egressAllow: [`127.0.0.1:${port}`, `127.0.0.1:${closed}`] };
  expect(await send(open, to(`http://127.0.0.1:${port}/`))).toMatchObject({ code: 'no_http' });
  expect(await send(open, to(`http://127.0.0.1:${closed}/`))).toMatchObject({ code: 'refused' });
});

test('a certificate is held against the name that was asked for', async ({ config, names, onTestFinished }) => {
  const known = tls.getCACertificates('default');
  onTestFinished(() => tls.setDefaultCACertificates(known));
  const place = await serving(
    createSecure({ key: receiverKey, cert: receiverCertificate }, (_, response) => response.end('sealed')),
    onTestFinished,
  );
  const open = { ...config, egressAllow: [place] };
  const port = place.split(':')[1]!;
  for (const name of ['hooks.example', 'other.example']) names.addresses.set(name, () => ['127.0.0.1']);
  expect(await send(open, to(`https://hooks.example:${port}/`))).toMatchObject({ code: 'tls' });
  tls.setDefaultCACertificates([...known, receiverCertificate]);
  expect(await send(open, to(`https://hooks.example:${port}/`))).toMatchObject({ ok: true, body: 'sealed' });
  expect(await send(open, to(`https://other.example:${port}/`))).toMatchObject({ code: 'tls' });
  expect(await send(open, to(`https://${place}/`))).toMatchObject({ code: 'tls' });
});
