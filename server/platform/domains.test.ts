import { addDomain, listDomains, makePrimary, removeDomain, verifyDomain } from '@smooth/contract/platform/domains.ts';
import { type NameServer, openNameServer } from '../testing/name-server.ts';
import { expect, test as plain } from '../testing/test.ts';

const test = plain.extend('names', { scope: 'file' }, async ({ house }, { onCleanup }): Promise<NameServer> => {
  const names = await openNameServer();
  house.core.config.dnsServers = [names.address];
  onCleanup(() => names.close());
  return names;
});

/** A business that was not found is remembered for a second. */
const aSecond = () => new Promise((resolve) => setTimeout(resolve, 1050));
const salonId = (house: { tenants: Map<string, { id: string }> }) => house.tenants.get('salon')!.id;

test('a domain serves its business once both records are found, and not a moment before', async ({
  house,
  names,
  platform,
}) => {
  const params = { id: salonId(house) };
  const hostname = 'book.anas-salon.example';
  const served = async () => {
    await aSecond();
    return (await house.app.inject({ url: '/api/booking/business', headers: { host: hostname } })).statusCode;
  };
  const { body: added } = await platform.petra.call(addDomain, {
    params,
    body: { hostname: 'Book.Anas-Salon.example' },
  });
  const [cname, txt] = added.records;
  expect(cname).toEqual({ type: 'CNAME', name: hostname, value: 'salon.localhost', found: [], holds: false });
  expect(txt).toMatchObject({ type: 'TXT', name: `_smoothschedule.${hostname}`, holds: false });
  expect(await served()).toBe(404);

  const verify = async () => (await platform.petra.call(verifyDomain, { params: { id: added.id } })).body;
  names.cname.set(hostname, 'elsewhere.example');
  names.txt.set(txt!.name, ['v=spf1 -all']);
  expect(await verify()).toMatchObject({
    verified_at: null,
    check_error: null,
    records: [{ found: ['elsewhere.example'] }, { found: ['v=spf1 -all'] }],
  });
  names.cname.set(hostname, 'salon.localhost');
  expect((await verify()).verified_at).toBeNull();
  expect(await served()).toBe(404);

  names.txt.set(txt!.name, ['v=spf1 -all', txt!.value]);
  expect((await verify()).verified_at).toBe('2026-07-14T08:00:00Z');
  expect(await served()).toBe(200);
  const primary = await platform.petra.call(makePrimary, { params: { id: added.id } });
  expect(primary.body).toMatchObject({ is_primary: true, can: { make_primary: false } });

  // A server that does not answer says nothing; one that answers otherwise does.
  const { dnsServers } = house.core.config;
  house.core.config.dnsServers = ['127.0.0.1:9'];
  expect(await verify()).toMatchObject({ check_error: 'ECONNREFUSED', verified_at: '2026-07-14T08:00:00Z' });
  house.core.config.dnsServers = dnsServers;
  names.txt.delete(txt!.name);
  expect(await verify()).toMatchObject({ verified_at: null, is_primary: false });
  expect(await served()).toBe(404);

  const actions = await house.rows('public', "SELECT action FROM audit WHERE action LIKE 'DOMAIN%' ORDER BY action");
  expect(actions).toEqual([{ action: 'DOMAIN_ADDED' }, { action: 'DOMAIN_VERIFIED' }]);
  expect((await platform.petra.call(removeDomain, { params: { id: added.id } })).status).toBe(204);
  expect((await platform.petra.call(listDomains, { params })).body.data).toEqual([]);
});

test.for([
  ['salon', 'not a domain', 400, 'malformed_request'],
  ['salon', 'salon', 400, 'malformed_request'],
  ['salon', 'shop.localhost', 400, 'malformed_request'],
] as const)('%s cannot have the domain %j', async ([, hostname, status, code], { house, platform }) => {
  const answer = await platform.root.post(`/api/platform/tenants/${salonId(house)}/domains`, { hostname });
  expect(answer).toBeRefused(status, code, '/body/hostname');
});

test('a domain belongs to one business, and to those alone whose plan has domains', async ({ house, platform }) => {
  const body = { hostname: 'one.example' };
  expect((await platform.root.call(addDomain, { params: { id: salonId(house) }, body })).status).toBe(201);
  const { id } = house.tenants.get('clinic')!;
  expect(await platform.root.call(addDomain, { params: { id }, body })).toBeRefused(409, 'duplicate', '/body/hostname');
  await house.rows('public', "UPDATE tenants SET tier = 'FREE' WHERE id = $1", [id]);
  const other = { hostname: 'two.example' };
  expect(await platform.root.call(addDomain, { params: { id }, body: other })).toBeRefused(403, 'not_in_plan');
  for (const person of [platform.uma, platform.sam])
    expect(await person.call(addDomain, { params: { id }, body: other })).toBeRefused(403, 'forbidden');
});
