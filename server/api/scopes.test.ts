import { scopes } from '@smooth/contract/core/scopes.ts';
import { isOpenToTokens } from '../core/http/bearer.ts';
import { keyOf } from '../testing/asker.ts';
import { expect, test } from '../testing/test.ts';

/*
 * What tokens reach is what says so: an address without a scope is closed to them. A new one is either given a scope in
 * the contract or is added to the list below, on purpose.
 */

test('tokens reach addresses of the public API only, and none that asks for a person', ({ house }) => {
  const scoped = house.routes.filter(({ endpoint }) => endpoint.scope !== undefined);
  expect(scoped.length).toBeGreaterThan(60);
  for (const { endpoint, may, place } of scoped) {
    expect(endpoint.path).toMatch(/^\/api\/v1\//);
    expect([endpoint.path, isOpenToTokens(endpoint)]).toEqual([endpoint.path, true]);
    expect([endpoint.path, place]).toEqual([endpoint.path, 'business']);
    expect(['everyone', 'signed_in'], endpoint.path).not.toContain(may);
    expect(scopes, endpoint.path).toContain(endpoint.scope);
  }
});

test('a scope to read lets nothing be written, and one to write is needed for all that is', ({ house }) => {
  for (const { endpoint } of house.routes.filter((route) => route.endpoint.scope !== undefined))
    expect([keyOf({ endpoint } as never), endpoint.scope?.split(':')[1]]).toEqual([
      keyOf({ endpoint } as never),
      endpoint.method === 'GET' ? 'read' : 'write',
    ]);
});

test('these addresses of the public API are for people who are signed in', ({ house }) => {
  const closed = house.routes.filter(
    ({ endpoint }) => endpoint.path.startsWith('/api/v1/') && endpoint.scope === undefined,
  );
  expect([...new Set(closed.map(keyOf))].sort()).toEqual(forPeople);
});

const forPeople = [
  'DELETE /api/v1/feeds/:id',
  'GET /api/v1/audit',
  'GET /api/v1/audit/:id',
  'GET /api/v1/customers/:id/export',
  'GET /api/v1/exports',
  'GET /api/v1/exports/:id',
  'GET /api/v1/exports/:id/archive',
  'GET /api/v1/feeds',
  'GET /api/v1/givable_permissions',
  'GET /api/v1/me/appointments',
  'GET /api/v1/me/customer',
  'GET /api/v1/me/customer/export',
  'GET /api/v1/permission_grants',
  'GET /api/v1/staff/:id/permissions',
  'GET /api/v1/staff_invitations',
  'GET /api/v1/token_requests',
  'GET /api/v1/tokens',
  'GET /api/v1/tokens/:id',
  'GET /api/v1/tokens/:id/secret',
  'GET /api/v1/webhooks/:id/secret',
  'PATCH /api/v1/me/customer',
  'PATCH /api/v1/tokens/:id',
  'POST /api/v1/customers/:id/erasure',
  'POST /api/v1/exports',
  'POST /api/v1/feeds',
  'POST /api/v1/permission_grants',
  'POST /api/v1/permission_grants/revocation',
  'POST /api/v1/staff/:id/deactivation',
  'POST /api/v1/staff/:id/reactivation',
  'POST /api/v1/staff_invitations',
  'POST /api/v1/staff_invitations/:id/resend',
  'POST /api/v1/staff_invitations/:id/revocation',
  'POST /api/v1/tokens',
  'POST /api/v1/tokens/:id/revocation',
  'POST /api/v1/webhooks/:id/secret_rotation',
  'PUT /api/v1/staff/:id/permissions',
];
