import { setTimeout as sleep } from 'node:timers/promises';
import { me } from '@smooth/contract/identity/auth.ts';
import {
  changePlatformUser,
  listPlatformUsers,
  platformSwitches,
  setPlatformPermissions,
  setPlatformSwitch,
} from '@smooth/contract/platform/users.ts';
import type { RealtimeMessage } from '@smooth/contract/realtime/messages.ts';
import { WebSocket } from 'ws';
import { buildApi } from '../api/app.ts';
import { PLATFORM } from '../core/events/wake.ts';
import type { House } from '../testing/house.ts';
import { idOf } from '../testing/cast.ts';
import { expect, test as plain } from '../testing/test.ts';

const [petra, sam, uma, root] = ['petra', 'sam', 'uma', 'root'].map((name) => idOf('platform', name)) as [
  string,
  string,
  string,
  string,
];

const test = plain.extend('tidy', { auto: true }, async ({ house }, { onCleanup }) => {
  onCleanup(async () => {
    const again = `UPDATE users SET role = $2, is_active = true, name = $3, revision = 1 WHERE id = $1`;
    await house.rows('public', again, [uma, 'PLATFORM_SUPPORT', 'Uma']);
    await house.rows('public', again, [petra, 'PLATFORM_MANAGER', 'Petra']);
    await house.rows('public', 'DELETE FROM user_permissions');
  });
  return null;
});

test('a superuser changes name, role and account of people of the platform, and it is written down', async ({
  house,
  platform,
}) => {
  const body = { name: 'Uma Renamed', role: 'PLATFORM_MANAGER', is_active: false } as const;
  const changed = await platform.root.call(changePlatformUser, { params: { id: uma }, body: { ...body, revision: 1 } });
  expect(changed.body).toMatchObject({ ...body, can: { edit: true, set_role: true } });
  const written = await house.rows('public', 'SELECT action, detail FROM audit WHERE subject_id = $1', [uma]);
  for (const happening of [
    { action: 'ROLE_CHANGED', detail: { from: 'PLATFORM_SUPPORT', to: 'PLATFORM_MANAGER' } },
    { action: 'ACCOUNT_DEACTIVATED', detail: {} },
    expect.objectContaining({ action: 'ACCOUNT_RENAMED' }),
  ])
    expect(written).toContainEqual(happening);
});

test('whoever is switched off is out at once', async ({ platform }) => {
  const { cookie } = await platform.uma.signedIn();
  await platform.root.call(changePlatformUser, { params: { id: uma }, body: { revision: 1, is_active: false } });
  expect((await platform.visitor.call(me, {}, { cookie })).status).toBe(401);
});

test('a manager changes those of support only, and gives nobody another role', async ({ platform }) => {
  const change = (id: string, body: object) =>
    platform.petra.patch(`/api/platform/users/${id}`, { revision: 1, ...body });
  expect((await change(uma, { name: 'Uma B' })).status).toBe(200);
  expect((await change(uma, { revision: 2, role: 'PLATFORM_SUPPORT' })).status).toBe(200);
  expect(await change(uma, { role: 'PLATFORM_MANAGER' })).toBeRefused(403, 'forbidden');
  for (const id of [petra, sam, root]) expect(await change(id, { name: 'X' })).toBeRefused(403, 'forbidden');
  const { data } = (await platform.petra.call(listPlatformUsers, { query: { role: 'PLATFORM_MANAGER' } })).body;
  expect(data[0]!.can).toMatchObject({ edit: false, set_role: false, permit: false });
});

test('nobody changes themself, a superuser, or somebody of a business; support and sales change nobody', async ({
  platform,
  salon,
}) => {
  const change = (who: typeof platform.root, id: string, body: object = { name: 'X' }) =>
    who.patch(`/api/platform/users/${id}`, { revision: 1, ...body });
  for (const id of [root, salon.users.olga]) expect(await change(platform.root, id)).toBeRefused(403, 'forbidden');
  for (const who of [platform.uma, platform.sam]) expect(await change(who, uma)).toBeRefused(403, 'forbidden');
  expect(await change(platform.root, uma, { role: 'SUPERUSER' })).toBeRefused(400, 'malformed_request', '/body/role');
});

test('a switch is given by whoever has it, and taken by whoever may permit', async ({ platform }) => {
  const switchesFor = async (who: typeof platform.root) => {
    const { data } = (await who.call(listPlatformUsers, { query: { role: 'PLATFORM_SUPPORT' } })).body;
    return data[0]!.switches.find(({ action }) => action === 'can_approve_plugins');
  };
  const give = { params: { id: uma }, body: { permissions: ['can_approve_plugins'] } };
  expect(await switchesFor(platform.root)).toMatchObject({ is_on: false, can_change: true });
  expect(await switchesFor(platform.petra)).toMatchObject({ is_on: false, can_change: false });
  expect((await platform.petra.call(setPlatformPermissions, give)).status).toBe(400);
  await platform.root.call(setPlatformPermissions, give);
  expect(await switchesFor(platform.petra)).toMatchObject({ is_on: true, can_change: true });
  expect(await switchesFor(platform.uma)).toMatchObject({ is_on: true, can_change: false });
});

test('whoever comes second is shown what the first one changed, and changes nothing', async ({ house, platform }) => {
  const change = (who: typeof platform.root, body: { name: string }) =>
    who.call(changePlatformUser, { params: { id: uma }, body: { revision: 1, ...body } });
  const answers = await Promise.all([
    change(platform.root, { name: 'Uma of root' }),
    change(platform.petra, { name: 'Uma of petra' }),
  ]);
  expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409]);
  const kept = answers.find(({ status }) => status === 200)!.body.name;
  const second = answers.find(({ status }) => status === 409)!;
  expect(second).toBeRefused(409, 'stale_revision');
  expect(second.body).toMatchObject({ current: { id: uma, revision: 2, name: kept } });
  expect(await house.rows('public', 'SELECT name, revision FROM users WHERE id = $1', [uma])).toEqual([
    { name: kept, revision: 2 },
  ]);
});

test('a switch changes itself alone, whatever others switch at the same time', async ({ house, platform }) => {
  const set = (who: typeof platform.root, action: (typeof platformSwitches)[number], is_on: boolean) =>
    who.call(setPlatformSwitch, { params: { id: uma, action }, body: { is_on } });
  const both = await Promise.all(platformSwitches.map((action) => set(platform.root, action, true)));
  expect(both.map(({ status }) => status)).toEqual([200, 200]);
  const given = () =>
    house.rows('public', 'SELECT action FROM user_permissions WHERE user_id = $1 ORDER BY action', [uma]);
  expect(await given()).toEqual(platformSwitches.map((action) => ({ action })));
  expect((await set(platform.petra, 'can_whitelist_urls', false)).status).toBe(200);
  expect(await given()).toEqual([{ action: 'can_approve_plugins' }]);
  const back = await set(platform.petra, 'can_whitelist_urls', true);
  expect(back).toBeRefused(400, 'malformed_request', '/body/is_on');
  expect(await set(platform.uma, 'can_approve_plugins', false)).toBeRefused(403, 'forbidden');
});

/** Somebody at the console who listens on a real socket. */
async function listening(app: House['app'], headers: { cookie: string; host: string }, query = '') {
  if (!app.server.listening) await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as { port: number };
  const socket = new WebSocket(`ws://127.0.0.1:${port}/api/ws${query}`, { headers });
  const heard: RealtimeMessage[] = [];
  const ended = { closed: 0, refused: 0 };
  socket.on('message', (text: Buffer) => void heard.push(JSON.parse(text.toString()) as RealtimeMessage));
  socket.on('close', (code) => void (ended.closed = code));
  socket.on('unexpected-response', (_request, response) => void (ended.refused = response.statusCode ?? 0));
  socket.on('error', () => undefined);
  await until(() => heard.length > 0 || ended.closed > 0 || ended.refused > 0);
  return { heard, ended };
}

async function until(condition: () => boolean): Promise<void> {
  for (let waited = 0; waited < 5000 && !condition(); waited += 10) await sleep(10);
  expect(condition()).toBe(true);
}

test('those at the console hear that something changed, and nothing of what; a business hears nothing of it', async ({
  house,
  salon,
  platform,
}) => {
  const there = await listening(house.app, await platform.uma.signedIn());
  const back = await listening(house.app, await platform.petra.signedIn(), '?since=0');
  const olga = await listening(house.app, await salon.people.olga.signedIn());
  expect(there.heard).toEqual([{ type: 'hello', cursor: '0' }]);
  expect(back.heard).toEqual([{ type: 'reset', cursor: '0' }]);
  house.hub.heard(PLATFORM);
  await until(() => there.heard.length === 2);
  expect(there.heard[1]).toEqual({
    type: 'event',
    event: 'platform.changed',
    event_id: expect.any(String),
    id: PLATFORM.id,
    revision: null,
    cursor: '0',
  });
  expect(olga.heard).toHaveLength(1);
});

test('a change wakes the console once it is committed, and an ended session hears no more', async ({
  house,
  platform,
}) => {
  const woken: string[] = [];
  const { app, hub } = await buildApi({ ...house.core, wake: ({ id }) => void woken.push(id) });
  const headers = await platform.root.signedIn();
  const change = {
    method: 'PATCH',
    url: `/api/platform/users/${uma}`,
    headers,
    payload: { revision: 1, name: 'Uma C' },
  } as const;
  expect((await app.inject(change)).statusCode).toBe(200);
  expect(woken).toEqual([PLATFORM.id]);
  const heard = await listening(app, headers);
  await app.inject({ method: 'POST', url: '/api/auth/logout', headers });
  await until(() => heard.ended.closed > 0);
  expect(heard.ended.closed).toBe(4401);
  hub.close();
  await app.close();
});

test('a session of a business, and nobody, are kept out of the console’s connection', async ({
  house,
  salon,
  platform,
}) => {
  const { cookie } = await salon.people.olga.signedIn();
  const { host } = await platform.root.signedIn();
  for (const own of [cookie, '']) expect((await listening(house.app, { cookie: own, host })).ended.refused).toBe(401);
});
