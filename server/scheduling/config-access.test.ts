import { createBlock, createClosure } from '@smooth/contract/scheduling/blocks.ts';
import { createResourceType } from '@smooth/contract/scheduling/resources.ts';
import type { Answer, Person } from '../testing/person.ts';
import { expect, test } from '../testing/test.ts';
import type { Salon } from '../testing/world.ts';

/** Every route of the configuration, with a body that would be accepted from the owner. */
interface Route {
  method: 'get' | 'post' | 'patch' | 'put' | 'delete';
  path: (ids: Ids) => string;
  body?: (ids: Ids) => object;
  /** What staff are answered. */
  staff: 'may' | 'forbidden';
}
interface Ids {
  resource: string;
  location: string;
  type: string;
  service: string;
  block: string;
  closure: string;
}

const week = { start: '2026-08-03T08:00:00Z', end: '2026-08-07T16:00:00Z' };
const change = () => ({ revision: 1 });
const api = '/api/v1';
const routes: Route[] = [
  { method: 'get', path: () => `${api}/locations`, staff: 'may' },
  {
    method: 'post',
    path: () => `${api}/locations`,
    body: () => ({ name: 'Annex', time_zone: 'Europe/Berlin', weekly_hours: [] }),
    staff: 'forbidden',
  },
  { method: 'patch', path: ({ location }) => `${api}/locations/${location}`, body: change, staff: 'forbidden' },
  { method: 'get', path: ({ location }) => `${api}/locations/${location}`, staff: 'may' },
  { method: 'delete', path: ({ location }) => `${api}/locations/${location}`, staff: 'forbidden' },
  { method: 'get', path: () => `${api}/resource_types`, staff: 'may' },
  { method: 'get', path: ({ type }) => `${api}/resource_types/${type}`, staff: 'may' },
  {
    method: 'patch',
    path: ({ type }) => `${api}/resource_types/${type}`,
    body: () => ({ revision: 1, name: 'Ship' }),
    staff: 'forbidden',
  },
  { method: 'delete', path: ({ type }) => `${api}/resource_types/${type}`, staff: 'forbidden' },
  {
    method: 'post',
    path: () => `${api}/resource_types`,
    body: () => ({ key: 'boat', name: 'Boat' }),
    staff: 'forbidden',
  },
  { method: 'get', path: () => `${api}/resources`, staff: 'may' },
  { method: 'post', path: () => `${api}/resources`, body: () => ({ name: 'Sink', type: 'room' }), staff: 'forbidden' },
  { method: 'get', path: ({ resource }) => `${api}/resources/${resource}`, staff: 'may' },
  { method: 'patch', path: ({ resource }) => `${api}/resources/${resource}`, body: change, staff: 'forbidden' },
  { method: 'delete', path: ({ resource }) => `${api}/resources/${resource}`, staff: 'forbidden' },
  { method: 'get', path: ({ resource }) => `${api}/resources/${resource}/overrides`, staff: 'may' },
  {
    method: 'put',
    path: ({ resource }) => `${api}/resources/${resource}/overrides/2026-08-03`,
    body: () => ({ windows: [] }),
    staff: 'forbidden',
  },
  { method: 'delete', path: ({ resource }) => `${api}/resources/${resource}/overrides/2026-08-03`, staff: 'forbidden' },
  { method: 'get', path: () => `${api}/blocks`, staff: 'may' },
  {
    method: 'post',
    path: () => `${api}/blocks`,
    body: ({ resource }) => ({ resource_id: resource, ...week }),
    staff: 'forbidden',
  },
  { method: 'get', path: ({ block }) => `${api}/blocks/${block}`, staff: 'may' },
  { method: 'patch', path: ({ block }) => `${api}/blocks/${block}`, body: change, staff: 'forbidden' },
  { method: 'delete', path: ({ block }) => `${api}/blocks/${block}`, staff: 'forbidden' },
  { method: 'get', path: () => `${api}/closures`, staff: 'may' },
  { method: 'get', path: ({ closure }) => `${api}/closures/${closure}`, staff: 'may' },
  { method: 'post', path: () => `${api}/closures`, body: () => ({ name: 'Fair', ...week }), staff: 'forbidden' },
  { method: 'patch', path: ({ closure }) => `${api}/closures/${closure}`, body: change, staff: 'forbidden' },
  { method: 'delete', path: ({ closure }) => `${api}/closures/${closure}`, staff: 'forbidden' },
  { method: 'get', path: () => `${api}/services`, staff: 'may' },
  { method: 'get', path: ({ service }) => `${api}/services/${service}`, staff: 'may' },
  {
    method: 'post',
    path: () => `${api}/services`,
    body: () => ({ name: 'Shave', duration_minutes: 20 }),
    staff: 'forbidden',
  },
  { method: 'patch', path: ({ service }) => `${api}/services/${service}`, body: change, staff: 'forbidden' },
  { method: 'delete', path: ({ service }) => `${api}/services/${service}`, staff: 'forbidden' },
];

const names: Ids = { resource: ':id', location: ':id', type: ':key', service: ':id', block: ':id', closure: ':id' };
const nameOf = ({ method, path }: Route) => `${method.toUpperCase()} ${path(names).replace('2026-08-03', ':on')}`;

test('no route of the configuration is missing here', async ({ house }) => {
  const tags = new Set(['locations', 'resources', 'blocks', 'closures', 'services']);
  const registered = house.routes.filter(({ endpoint }) => tags.has(endpoint.tag));
  expect(routes.map(nameOf).sort()).toEqual(
    registered.map(({ endpoint }) => `${endpoint.method} ${endpoint.path}`).sort(),
  );
});

const send = (person: Person, { method, path, body }: Route, ids: Ids): Promise<Answer> =>
  method === 'get' || method === 'delete' ? person[method](path(ids)) : person[method](path(ids), body?.(ids));

test.for(routes.map((route) => [nameOf(route), route] as const))(
  '%s keeps out whoever has no business there',
  async ([, route], { salon, salonTest, clinic, platform }) => {
    const ids = await idsIn(salon);
    const before = await salon.mark();
    expect(await send(salon.visitor, route, ids)).toBeRefused(401, 'unauthenticated');
    expect(await send(salon.people.maya, route, ids)).toBeRefused(403, 'forbidden');
    const staff = await send(salon.people.ana, route, ids);
    if (route.staff === 'may') expect(staff.status).toBe(200);
    else expect(staff).toBeRefused(403, 'forbidden');
    expect(await send(platform.root, route, ids)).toBeRefused(404, 'unknown_business');
    for (const stranger of [clinic.people.carla, salonTest.people.olga]) {
      if (route.path(ids) !== route.path(names)) expect(await send(stranger, route, ids)).toBeRefused(404, 'not_found');
      else if (route.path(ids).endsWith('/blocks') && route.body)
        expect(await send(stranger, route, ids)).toBeRefused(400, 'malformed_request', '/body/resource_id');
    }
    expect(await salon.eventsSince(before)).toEqual([]);
  },
);

test.for([
  ['patch', '/api/v1/resources/none'],
  ['delete', '/api/v1/services/none'],
  ['get', '/api/v1/closures/none'],
  ['patch', '/api/v1/blocks/none'],
  ['patch', '/api/v1/locations/none'],
] as const)('%s %s says that this is no id', async ([method, path], { olga }) => {
  expect(await olga[method](path)).toBeRefused(400, 'malformed_request', '/params/id');
});

let made: Ids | undefined;

/** A block, a closure and a type are made once for all routes, since nobody gets so far as to change them. */
async function idsIn(salon: Salon): Promise<Ids> {
  if (made) return made;
  const { olga } = salon.people;
  await olga.call(createResourceType, { body: { key: 'barge', name: 'Barge' } });
  const { block } = (await olga.call(createBlock, { body: { resource_id: salon.resources.chair, ...week } })).body;
  const { closure } = (await olga.call(createClosure, { body: { name: 'Holiday', ...week } })).body;
  made = {
    resource: salon.resources.chair,
    location: salon.location_id,
    type: 'barge',
    service: salon.services.haircut,
    block: block.id,
    closure: closure.id,
  };
  return made;
}
