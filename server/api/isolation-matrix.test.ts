import { platformRoles, type Mode, type Role } from '@smooth/contract/identity/roles.ts';
import type { RegisteredRoute } from '../core/http/route.ts';
import { policyTable } from '../core/policy.ts';
import { type Asker, askerOf, isNothing, keyOf, knock, type Reply } from '../testing/asker.ts';
import { clinicCast, platformCast, salonCast } from '../testing/cast.ts';
import { fingerprints } from '../testing/fingerprint.ts';
import { type Ground, groundOf } from '../testing/ground.ts';
import type { House } from '../testing/house.ts';
import type { SampleCall } from '../testing/sample.ts';
import { sampleCalls } from '../testing/sample-calls.ts';
import { expect, test as plain } from '../testing/test.ts';

/*
 * Every route × every role and a visitor × own and other business × live and sandbox × session and link. What is expected
 * comes from the policy table alone; routes come from the register, so that none can be forgotten.
 */

interface Matrix {
  house: House;
  /** Salon and clinic, live and sandbox. */
  grounds: Ground[];
  /** By world, in which they are at home. */
  people: Map<Ground, Asker[]>;
  platform: Asker[];
  visitor: Asker;
}

const test = plain.extend('matrix', { scope: 'file' }, async ({ house, salon, salonTest, clinic, clinicTest }) => {
  house.clock.set(Date.parse('2026-07-14T08:00:00Z'));
  const salonNames = { staff: 'ana', room: 'chair', service: 'haircut', customer: 'maya' };
  const clinicNames = { staff: 'dora', room: 'surgery', service: 'checkup', customer: 'noah' };
  const grounds = [
    await groundOf(house, salon, salonNames),
    await groundOf(house, salonTest, salonNames),
    await groundOf(house, clinic, clinicNames),
    await groundOf(house, clinicTest, clinicNames),
  ];
  for (const [index, ground] of grounds.entries())
    await markAccounts(house, ground, index < 2 ? salonCast : clinicCast);
  const asker = (name: string, role: Role | null, home: string, mode: Mode) =>
    askerOf(house, { name, role, home, mode });
  const peopleOf = (ground: Ground) => {
    const { subdomain, people } = subdomainOf(ground) === 'salon' ? salonCast : clinicCast;
    const present = Object.entries(people).filter(([name]) => name !== 'ben');
    return present.map(([name, role]) => asker(name, role, subdomain, ground.world.mode));
  };
  const platform = Object.entries(platformCast).map(([name, role]) => asker(name, role, 'platform', 'live'));
  return {
    house,
    grounds,
    people: new Map(grounds.map((ground) => [ground, peopleOf(ground)])),
    platform,
    visitor: asker('visitor', null, 'salon', 'live'),
  } satisfies Matrix;
});

/** What both modes share is marked by the business, what one mode has by both. */
async function markAccounts(house: House, { world, marker }: Ground, cast: { subdomain: string }): Promise<void> {
  const { id } = world.tenant();
  const shared = businessMarker(cast.subdomain);
  await house.rows(
    'public',
    `UPDATE users SET name = split_part(name, ' ', 1) || ' ' || $2 WHERE tenant_id = $1 AND role IN ('TENANT_STAFF', 'CUSTOMER') AND is_sandbox = $3`,
    [id, marker, world.mode === 'sandbox'],
  );
  await house.rows(
    'public',
    `UPDATE users SET name = split_part(name, ' ', 1) || ' ' || $2 WHERE tenant_id = $1 AND role IN ('TENANT_OWNER', 'TENANT_MANAGER')`,
    [id, shared],
  );
  await house.rows('public', 'UPDATE tenants SET tagline = $2, address = $2 WHERE id = $1', [id, shared]);
}

const subdomainOf = ({ world }: Ground) => world.host.split('.')[0]!;
const businessMarker = (subdomain: string) => `~${subdomain}~`;
const placeOf = (ground: Ground) => ({ at: subdomainOf(ground), mode: ground.world.mode });

/** No answer in one world says anything of another. */
function expectNothingForeign(text: string, { grounds }: Matrix, here: Ground | null, about: string): void {
  for (const other of grounds) {
    if (other === here) continue;
    expect(text.includes(other.marker), about).toBe(false);
    if (here === null || subdomainOf(other) !== subdomainOf(here))
      expect(text.includes(businessMarker(subdomainOf(other))), about).toBe(false);
  }
}

type Verdict = 'allowed' | 401 | 403;

/** What the policies say about somebody whose session counts here. */
function verdict({ may }: RegisteredRoute, role: Role | null): Verdict {
  if (may === 'everyone') return 'allowed';
  if (role === null) return 401;
  if (may === 'signed_in') return 'allowed';
  const row = policyTable().find(({ action }) => action === may);
  if (!row) throw new Error(`No policy has the action ${may}`);
  return row.roles[role] ? 'allowed' : 403;
}

const inBusiness = (routes: RegisteredRoute[]) => routes.filter(({ place }) => place !== 'platform');
const short = ({ status, text }: Reply) => `${status} ${text.slice(0, 300)}`;

async function sampleOf(route: RegisteredRoute, ground: Ground): Promise<SampleCall> {
  const sample = sampleCalls[keyOf(route)];
  if (!sample) throw new Error(`${keyOf(route)} has no call in testing/sample-calls.ts`);
  return sample(ground);
}

/** Every route with a call in every world, made before anybody looks at what changes. */
async function callsOf(routes: RegisteredRoute[], grounds: Ground[]) {
  const calls = [];
  for (const route of routes)
    for (const ground of grounds) calls.push({ route, ground, call: await sampleOf(route, ground) });
  return calls;
}

test('every route of the register has its call here, and no call is left over', ({ house }) => {
  expect(Object.keys(sampleCalls).sort()).toEqual(house.routes.map(keyOf).sort());
});

// The socket is tried in realtime.test.ts, since it has no answer to look at.
test('nothing answers outside the register but files, health and the documents', ({ house }) => {
  const paths = house.app
    .printRoutes({ commonPrefix: false, includeHooks: false })
    .split('\n')
    .filter((line) => /^[├└]── /.test(line))
    .map((line) => line.slice(4).split(' (')[0]!);
  const registered = house.routes.map(({ endpoint }) => endpoint.path);

  const outside = paths.filter(
    (path) =>
      !registered.some((known) => known === path || known.startsWith(`${path}/`)) && !path.startsWith('/assets/'),
  );
  expect(outside.filter((path) => path.startsWith('/api/')).sort()).toEqual(['/api/v1/openapi.json', '/api/ws']);
});

test(
  'each role reaches in its own world what the policies say, and nothing else',
  { timeout: 300_000 },
  async ({ matrix }) => {
    const { house, grounds, people, visitor } = matrix;
    const seen = new Set<string>();
    for (const route of inBusiness(house.routes).filter((one) => keyOf(one) !== emptying)) {
      for (const ground of grounds) {
        for (const asker of [...people.get(ground)!, visitor]) {
          const about = `${keyOf(route)} as ${asker.role ?? 'visitor'} in ${ground.marker}`;
          const wanted = verdict(route, asker.role);
          const own = { asker, ...placeOf(ground), isOwn: true };
          const reply = await knock(house, route, await sampleOf(route, ground), own);
          if (wanted === 'allowed') expect([200, 201, 204], `${about}: ${short(reply)}`).toContain(reply.status);
          else expect(reply.status, about).toBe(wanted);
          expectNothingForeign(reply.text, matrix, ground, about);
          const shown = isOfBothModes(route) ? businessMarker(subdomainOf(ground)) : ground.marker;
          if (reply.status === 200 && reply.text.includes(shown)) seen.add(`${keyOf(route)} ${ground.marker}`);
        }
      }
    }
    // The markers are really there to be seen: nearly every reading route shows its own.
    const reading = house.routes.filter(({ endpoint, place }) => endpoint.method === 'GET' && place === 'business');
    const silent = reading.filter((route) => !grounds.every(({ marker }) => seen.has(`${keyOf(route)} ${marker}`)));
    expect(silent.map(keyOf).sort()).toEqual(withoutNames);
  },
);

/** Nothing is left of a sandbox after it, so it is asked last. */
const emptying = 'POST /api/sandbox/reset';

/** Routes that speak of times and settings only. */
const withoutNames = [
  'GET /api/booking/availability',
  'GET /api/booking/business',
  'GET /api/sandbox/status',
  'GET /api/v1/availability',
  'GET /api/v1/business',
  'GET /api/v1/event_types',
  'GET /api/v1/exports',
  'GET /api/v1/exports/:id',
  'GET /api/v1/givable_permissions',
  'GET /api/v1/holds',
  'GET /api/v1/holds/:id',
  'GET /api/v1/staff/:id/permissions',
  'GET /api/v1/tokens/:id/secret',
  'GET /api/v1/webhooks/:id/secret',
];

/** Tokens belong to a business and not to a mode: whoever looks after them sees those of both. */
const isOfBothModes = ({ endpoint }: RegisteredRoute) => endpoint.path.startsWith('/api/v1/token');

test(
  'a session of another business, of the platform, or of nobody counts for nothing here',
  { timeout: 300_000 },
  async ({ matrix }) => {
    const { house, grounds, people, platform } = matrix;
    const closed = inBusiness(house.routes).filter((route) => verdict(route, null) !== 'allowed');
    const calls = await callsOf(closed, grounds);
    const before = await fingerprints(house);
    for (const { route, ground, call } of calls) {
      const elsewhere = grounds.filter((other) => subdomainOf(other) !== subdomainOf(ground));
      for (const asker of [...elsewhere.flatMap((other) => people.get(other)!), ...platform]) {
        const reply = await knock(house, route, call, { asker, ...placeOf(ground) });
        const about = `${keyOf(route)} with the session of ${asker.name}@${asker.home} in ${ground.marker}`;
        expect(reply.status, about).toBe(401);
        expectNothingForeign(reply.text, matrix, null, about);
      }
    }
    expect(await fingerprints(house)).toEqual(before);
  },
);

test(
  'ids and links of another world are not found, whoever asks, and nothing changes there',
  { timeout: 300_000 },
  async ({ matrix }) => {
    const { house, grounds, people, visitor } = matrix;
    const calls = await callsOf(inBusiness(house.routes), grounds);
    const naming = calls.filter(({ call }) => /[0-9a-f]{8}-[0-9a-f]{4}-7|_token/.test(JSON.stringify(call)));
    const before = await fingerprints(house);
    for (const { route, ground: foreign, call } of naming) {
      for (const home of grounds.filter((ground) => ground !== foreign)) {
        if (isOfBothModes(route) && subdomainOf(home) === subdomainOf(foreign)) continue;
        for (const asker of [...people.get(home)!, visitor]) {
          const reply = await knock(house, route, call, { asker, ...placeOf(home) });
          const about = `${keyOf(route)} of ${foreign.marker} as ${asker.role ?? 'visitor'} in ${home.marker}: ${short(reply)}`;
          const wanted = verdict(route, asker.role);
          if (wanted === 'allowed') expect(isNothing(route, reply), about).toBe(true);
          else expect(reply.status, about).toBe(wanted);
          expect(reply.text.includes(foreign.marker), about).toBe(false);
        }
      }
    }
    expect(await fingerprints(house)).toEqual(before);
  },
);

test(
  'an account or a link of one mode is refused in the other, and nothing is done',
  { timeout: 300_000 },
  async ({ matrix }) => {
    const { house, grounds, people, visitor } = matrix;
    const isLink = ({ endpoint }: RegisteredRoute) => endpoint.path.includes('_token');
    const routes = inBusiness(house.routes).filter((route) => route.may !== 'everyone' || isLink(route));
    const calls = await callsOf(routes, grounds);
    const before = await fingerprints(house);
    for (const { route, ground, call } of calls) {
      const mode = ground.world.mode === 'live' ? 'sandbox' : 'live';
      for (const asker of isLink(route) ? [visitor] : people.get(ground)!.filter(({ isBound }) => isBound)) {
        const reply = await knock(house, route, call, { asker, at: subdomainOf(ground), mode });
        const about = `${keyOf(route)} as ${asker.name} of ${ground.marker}`;
        expect([reply.status, reply.code], about).toEqual([400, 'mode_conflict']);
      }
    }
    expect(await fingerprints(house)).toEqual(before);
  },
);

test(
  'the platform has routes of its own, which only its people reach, and none of a business',
  { timeout: 300_000 },
  async ({ matrix }) => {
    const { house, grounds, people, platform, visitor } = matrix;
    const asked = { at: 'platform', mode: 'live' } as const;
    for (const route of house.routes) {
      let call = await sampleOf(route, grounds[0]!);
      for (const asker of [...platform, ...people.get(grounds[0]!)!, visitor]) {
        // What is changed once is another thing afterwards.
        if (route.place === 'platform') call = await sampleOf(route, grounds[0]!);
        const counts = asker.role !== null && (platformRoles as readonly Role[]).includes(asker.role);
        const reply = await knock(house, route, call, { asker, ...asked, isOwn: counts });
        const about = `${keyOf(route)} as ${asker.role ?? 'visitor'} at the platform: ${short(reply)}`;
        if (route.place === 'business') expect([404, 400], about).toContain(reply.status);
        else if (!isOfOnePlace(route)) {
          const wanted = verdict(route, counts ? asker.role : null);
          if (wanted === 'allowed') expect([200, 201, 204], about).toContain(reply.status);
          else expect(reply.status, about).toBe(wanted);
        }
        const isShown = grounds.some(({ marker }) => reply.text.includes(marker));
        if (!overBusinesses.includes(keyOf(route))) expect(isShown, about).toBe(false);
      }
      if (route.place !== 'platform') continue;
      for (const ground of grounds) {
        const reply = await knock(house, route, call, { asker: people.get(ground)![0]!, ...placeOf(ground) });
        expect(reply.status, `${keyOf(route)} in ${ground.marker}`).toBe(404);
      }
    }
  },
);

/** Accounts and links belong to one place; those of a business are tried there. */
const isOfOnePlace = ({ endpoint: { path } }: RegisteredRoute) =>
  path.startsWith('/api/auth/login') || path.includes('_token');

/** What the console shows of businesses: their people, and the trail of what was done. */
const overBusinesses = ['GET /api/platform/audit', 'GET /api/platform/users'];

test('a rule about one object keeps staff at their chair and customers at their bookings', async ({
  matrix,
  salon,
}) => {
  const { house, grounds, people } = matrix;
  const [ground] = grounds;
  const bens = { ...ground!, staff_id: salon.resources.ben, customer_id: salon.users.ben };
  const when = policyTable();
  for (const route of house.routes) {
    const rules = when.find(({ action }) => action === route.may)?.roles ?? {};
    if (!keyOf(route).includes(':id') && !route.writes) continue;
    for (const asker of people.get(ground!)!.filter(({ role, isBound }) => isBound && rules[role!] === 'when')) {
      const call = await sampleOf(route, await withOtherChair(bens));
      const reply = await knock(house, route, call, { asker, ...placeOf(ground!) });
      const wanted = asker.role === 'CUSTOMER' ? 404 : 403;
      expect(reply.status, `${keyOf(route)} as ${asker.role}: ${short(reply)}`).toBe(wanted);
    }
  }
});

/** The same ground, but every appointment on it is Ben's and of a customer who is somebody else. */
async function withOtherChair(ground: Ground): Promise<Ground> {
  const other = await ground.row('customers', { name: 'Somebody else' });
  return {
    ...ground,
    customer_id: other,
    async appointment(about) {
      const id = await ground.appointment(about);
      await ground.world.rows(
        'UPDATE appointments SET resource_ids = ARRAY[$2::uuid], customer_id = $3 WHERE id = $1',
        [id, ground.staff_id, other],
      );
      return id;
    },
  };
}

test('what empties a sandbox leaves everybody else alone', async ({ matrix }) => {
  const { house, grounds, people, visitor } = matrix;
  const route = house.routes.find((one) => keyOf(one) === emptying)!;
  const live = grounds.filter(({ world }) => world.mode === 'live');
  const before = await Promise.all(live.map(({ world }) => world.rows('SELECT * FROM appointments ORDER BY id')));
  for (const ground of grounds)
    for (const asker of [...people.get(ground)!, visitor]) {
      const reply = await knock(house, route, {}, { asker, ...placeOf(ground) });
      const wanted = verdict(route, asker.role);
      expect(reply.status, short(reply)).toBe(wanted === 'allowed' ? 200 : wanted);
    }
  expect(await Promise.all(live.map(({ world }) => world.rows('SELECT * FROM appointments ORDER BY id')))).toEqual(
    before,
  );
});
