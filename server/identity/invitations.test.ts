import { me } from '@smooth/contract/identity/auth.ts';
import {
  acceptInvitation,
  deactivateStaff,
  getInvitation,
  inviteStaff,
  listStaffInvitations,
  reactivateStaff,
  resendStaffInvitation,
  revokeStaffInvitation,
} from '@smooth/contract/identity/invitations.ts';
import { listStaff } from '@smooth/contract/identity/staff.ts';
import { createAppointment } from '@smooth/contract/scheduling/appointments.ts';
import { expect, invitingTest as test } from '../testing/invited.ts';

const password = 'a password of my own';
const cookieOf = (answer: { headers: Record<string, unknown> }) => String(answer.headers['set-cookie']).split(';')[0]!;

test('whoever is invited chooses a password and is in, with what they were given', async ({ salon, olga, token }) => {
  const body = { email: 'Nora@salon.example', name: 'Nora', permissions: ['audit.read'] };
  const invited = await olga.call(inviteStaff, { body });
  expect(invited.body).toMatchObject({ email: 'nora@salon.example', status: 'open', role: 'TENANT_STAFF' });
  const invitation_token = await token('nora@salon.example');
  const params = { invitation_token };
  const shown = await salon.visitor.call(getInvitation, { params });
  expect(shown.body).toEqual({ email: 'nora@salon.example', name: 'Nora', role: 'TENANT_STAFF', business: 'Salon' });
  const weak = await salon.visitor.call(acceptInvitation, { params, body: { name: 'Nora', password: 'short' } });
  expect(weak).toBeRefused(400, 'malformed_request', '/body/password');
  const tries = Array.from({ length: 10 }, () =>
    salon.visitor.call(acceptInvitation, { params, body: { name: 'Nora Berg', password } }),
  );
  const answers = await Promise.all(tries);
  expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
  const cookie = cookieOf(answers.find(({ status }) => status === 204)!);
  const { body: mine } = await salon.visitor.call(me, {}, { cookie });
  expect(mine.user).toMatchObject({ name: 'Nora Berg', role: 'TENANT_STAFF', email_verified: true });
  expect(mine.permissions).toContain('audit.read');
  expect(await salon.visitor.call(getInvitation, { params })).toBeRefused(410, 'link_expired');
  expect((await olga.call(listStaffInvitations)).body.data[0]).toMatchObject({
    status: 'accepted',
    can: { revoke: false },
  });
});

test('an invitation that was taken back or has run out opens nothing; sent anew it does', async ({
  salon,
  olga,
  token,
  at,
}) => {
  const { id } = (await olga.call(inviteStaff, { body: { email: 'otto@salon.example', name: 'Otto' } })).body;
  const params = { invitation_token: await token('otto@salon.example') };
  at('2026-07-21T08:00:00Z');
  const { cookie } = await salon.people.olga.signedIn();
  const accepting = { params, body: { name: 'Otto', password } };
  expect(await salon.visitor.call(acceptInvitation, accepting)).toBeRefused(410, 'link_expired');
  const again = await salon.visitor.call(resendStaffInvitation, { params: { id } }, { cookie });
  expect(again.body).toMatchObject({ status: 'open', expires_at: '2026-07-28T08:00:00Z' });
  const revoked = await salon.visitor.call(revokeStaffInvitation, { params: { id } }, { cookie });
  expect(revoked.body.status).toBe('revoked');
  expect(await salon.visitor.call(acceptInvitation, accepting)).toBeRefused(410, 'link_expired');
  expect(await salon.visitor.call(resendStaffInvitation, { params: { id } }, { cookie })).toBeRefused(
    409,
    'wrong_status',
  );
});

test('an address is invited once, and not where it has an account', async ({ olga }) => {
  const body = { email: 'pia@salon.example', name: 'Pia' };
  expect((await olga.call(inviteStaff, { body })).status).toBe(201);
  expect(await olga.call(inviteStaff, { body })).toBeRefused(409, 'duplicate', '/body/email');
  const ben = { email: 'BEN@salon.example', name: 'Ben' };
  expect(await olga.call(inviteStaff, { body: ben })).toBeRefused(409, 'duplicate', '/body/email');
});

test('managers invite staff and no managers; nobody gives what they do not have', async ({ marek, ana }) => {
  const body = { email: 'quinn@salon.example', name: 'Quinn' };
  expect(await ana.call(inviteStaff, { body })).toBeRefused(403, 'forbidden');
  expect(await marek.call(inviteStaff, { body: { ...body, role: 'TENANT_MANAGER' } })).toBeRefused(403, 'forbidden');
  const high = await marek.call(inviteStaff, { body: { ...body, permissions: ['staff.permit'] } });
  expect(high).toBeRefused(400, 'malformed_request', '/body/permissions/0');
  expect((await marek.call(inviteStaff, { body })).status).toBe(201);
});

test('an invitation keeps the mode it was sent from', async ({ salonTest, salon, token }) => {
  const owner = salonTest.people.olga;
  const manager = { email: 'rita@salon.example', name: 'Rita', role: 'TENANT_MANAGER' } as const;
  expect(await owner.call(inviteStaff, { body: manager })).toBeRefused(400, 'malformed_request', '/body/role');
  await owner.call(inviteStaff, { body: { email: 'rita@salon.example', name: 'Rita' } });
  const params = { invitation_token: await token('rita@salon.example') };
  const accepting = { params, body: { name: 'Rita', password } };
  expect(await salon.visitor.call(acceptInvitation, accepting)).toBeRefused(400, 'mode_conflict');
  expect((await salonTest.visitor.call(acceptInvitation, accepting)).status).toBe(204);
  expect((await salon.people.olga.call(listStaff)).body.data.map(({ name }) => name)).not.toContain('Rita');
  expect((await owner.call(listStaff)).body.data.map(({ name }) => name)).toContain('Rita');
});

test('whoever is switched off is out at once, and what lies ahead is listed', async ({ salon, olga, marek, ben }) => {
  const { services, resources, customers } = salon;
  const booked = await olga.call(createAppointment, {
    body: {
      service_id: services.haircut,
      customer_id: customers.maya,
      start: '2026-07-15T08:00:00Z',
      resource_ids: [resources.ben],
    },
  });
  const params = { id: salon.users.ben };
  expect((await ben.call(me)).status).toBe(200);
  const off = await marek.call(deactivateStaff, { params });
  expect(off.body).toMatchObject({ member: { is_active: false }, more: false });
  expect(off.body.appointments).toEqual([
    { id: booked.body.id, start: '2026-07-15T08:00:00Z', service_name: 'Haircut', customer_name: 'Maya' },
  ]);
  expect(await ben.call(me)).toBeRefused(401, 'unauthenticated');
  expect((await marek.call(reactivateStaff, { params })).body.is_active).toBe(true);
  expect((await ben.call(me)).status).toBe(200);
  for (const id of [salon.users.olga, salon.users.marek])
    expect(await marek.call(deactivateStaff, { params: { id } })).toBeRefused(403, 'forbidden');
  expect(await olga.call(deactivateStaff, { params: { id: salon.users.maya } })).toBeRefused(404, 'not_found');
});
