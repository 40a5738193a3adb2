import { changeWebhook, createWebhook, deleteWebhook } from '@smooth/contract/webhooks/webhooks.ts';
import { createToken, revokeToken } from '@smooth/contract/tokens/tokens.ts';
import { policyTable } from '../core/policy.ts';
import { askerOf, keyOf, knock } from '../testing/asker.ts';
import { groundOf } from '../testing/ground.ts';
import type { House } from '../testing/house.ts';
import { sampleCalls } from '../testing/sample-calls.ts';
import { expect, test } from '../testing/test.ts';
import { tokenIn } from '../testing/tokens.ts';

/** The business is remembered for a second. */
async function become(house: House, status: 'suspended' | 'active') {
  await house.rows('public', "UPDATE tenants SET status = $1 WHERE subdomain = 'salon'", [status]);
  await new Promise((resolve) => setTimeout(resolve, 1050));
}

test('every change is refused while a business is suspended, but for what takes something away', async ({
  house,
  salon,
  onTestFinished,
}) => {
  const ground = await groundOf(house, salon, { staff: 'ana', room: 'chair', service: 'haircut', customer: 'maya' });
  const [olga, maya] = (['TENANT_OWNER', 'CUSTOMER'] as const).map((role, index) =>
    askerOf(house, { name: ['olga', 'maya'][index]!, role, home: 'salon', mode: 'live' }),
  );
  await become(house, 'suspended');
  onTestFinished(() => become(house, 'active'));
  const taken: string[] = [];
  for (const route of house.routes.filter(({ writes }) => writes)) {
    const roles = policyTable().find(({ action }) => action === route.may)?.roles;
    const asker = roles && !roles['TENANT_OWNER'] ? maya! : olga!;
    const call = await sampleCalls[keyOf(route)]!(ground);
    const reply = await knock(house, route, call, { asker, at: 'salon', mode: 'live', isOwn: true });
    if (reply.status < 300) taken.push(keyOf(route));
    else expect([reply.status, reply.code], keyOf(route)).toEqual([403, 'business_suspended']);
  }
  expect(taken.sort()).toEqual(['DELETE /api/v1/webhooks/:id', 'POST /api/v1/tokens/:id/revocation']);
});

test('a suspended business ends its tokens and switches its webhooks off, and makes none', async ({
  house,
  salon,
  olga,
  onTestFinished,
}) => {
  const { id, headers } = await tokenIn(salon);
  const body = { url: 'https://8.8.8.8/hooks' };
  const [one, other] = [await olga.call(createWebhook, { body }), await olga.call(createWebhook, { body })];
  const change = (values: object) =>
    olga.call(changeWebhook, { params: { id: one.body.id }, body: { revision: 1, ...values } });
  await become(house, 'suspended');
  onTestFinished(() => become(house, 'active'));
  expect(await olga.call(createWebhook, { body })).toBeRefused(403, 'business_suspended');
  const wish = { name: 'Sync', mode: 'sandbox' as const, scopes: ['services:read' as const] };
  expect(await olga.call(createToken, { body: wish })).toBeRefused(403, 'business_suspended');
  expect(await change({ is_active: true })).toBeRefused(403, 'business_suspended');
  expect(await change({ is_active: false, url: 'https://9.9.9.9/' })).toBeRefused(403, 'business_suspended');

  expect((await change({ is_active: false })).body).toMatchObject({ is_active: false, url: body.url });
  expect((await olga.call(deleteWebhook, { params: { id: other.body.id } })).status).toBe(204);
  expect((await olga.call(revokeToken, { params: { id } })).body).toMatchObject({ state: 'revoked' });
  const code = async () => (await salon.visitor.get('/api/v1/services', headers)).problem?.code;
  await expect.poll(code, { timeout: 1000, interval: 50 }).toBe('token_revoked');
});
