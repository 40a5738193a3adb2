import * as contract from '@smooth/contract/booking/booking.ts';
import { listOwnAppointments } from '@smooth/contract/booking/portal.ts';
import { visitor } from '../core/actor.ts';
import type { Core } from '../core/core.ts';
import { ReadyText } from '../core/http/ready.ts';
import type { May, Routes } from '../core/http/route.ts';
import { book } from '../scheduling/actions/book.ts';
import { changeStatus } from '../scheduling/actions/change-status.ts';
import { hold, releaseHold } from '../scheduling/actions/holds.ts';
import { reschedule } from '../scheduling/actions/reschedule.ts';
import { presentHold } from '../scheduling/present/hold.ts';
import { offersJson } from '../scheduling/present/offers.ts';
import { listOffers } from '../scheduling/queries/offers.ts';
import { anyRules, knownRules, rulesIn } from '../scheduling/queries/rules.ts';
import { manageToken, manageTokenMode } from '../scheduling/rules/manage-token.ts';
import { instantIn } from '../core/instants.ts';
import { refuseLongRange } from '../scheduling/rules/request.ts';
import { managedBy, managedId, managedRow, ownAppointments, ownList } from './queries.ts';
import './policy.ts';
import { ask } from '../core/tenant/tenant.ts';
import { floodGuard } from './rules.ts';
import { bookedCalendar, bookedBy, presentBooked, presentBookingBusiness, presentBookingService } from './present.ts';

const everyone: May = { may: 'everyone' };
/** Whoever has the link may; it stores the mode. */
const byLink: May = { may: 'everyone', link: ({ manage_token = '' }) => manageTokenMode(manage_token) };

/** The public booking page: nobody is signed in, and no cookie is looked at. */
export function bookingRoutes(routes: Routes, core: Core): void {
  lookingRoutes(routes, core);
  portalRoutes(routes, core);
  const { write } = routes;
  const refuseFlood = floodGuard(core.config.bookingAttemptsPerMinute);
  write(contract.bookingHold, everyone, async ({ tx, body, request }) => {
    await refuseFlood(request);
    return presentHold(
      tx,
      await hold(tx, { ...body, start: instantIn(body.start), actor: visitor, visitor: request.ip, online: true }),
    );
  });
  write(contract.bookingReleaseHold, everyone, async ({ tx, params }) => {
    await releaseHold(tx, params.id);
    return undefined;
  });
  write(contract.bookAppointment, everyone, async ({ tx, tenant, body, request }) => {
    await refuseFlood(request);
    const { resource_id, start, ...rest } = body;
    const actor = { ...visitor, name: body.customer.name };
    const row = await book(tx, {
      ...rest,
      start: instantIn(start),
      ...(resource_id && { resource_ids: [resource_id] }),
      source: 'public',
      actor,
    });
    const manage_token = manageToken(core.secret, { tenantId: tenant.id, mode: tenant.mode, appointmentId: row.id });
    // Booking has just made sure of the rules.
    return { appointment: bookedBy(knownRules(tenant) ?? (await rulesIn(tx)), tenant, row), manage_token };
  });
  write(contract.managedCancellation, byLink, async ({ tx, params, body }) => {
    const { id, actor } = await managedBy(tx, core.secret, params.manage_token);
    return presentBooked(tx, await changeStatus(tx, 'cancel', { id, revision: null, reason: body?.reason, actor }));
  });
  write(contract.managedReschedule, byLink, async ({ tx, params, body }) => {
    const { id, actor } = await managedBy(tx, core.secret, params.manage_token);
    const resources = body.resource_id ? { resource_ids: [body.resource_id] } : {};
    return presentBooked(
      tx,
      await reschedule(tx, { id, revision: null, start: instantIn(body.start), ...resources, actor }),
    );
  });
}

function lookingRoutes({ read }: Routes, core: Core): void {
  read(contract.bookingBusiness, everyone, async ({ tenant }) => presentBookingBusiness(tenant.row));
  read(contract.bookingServices, everyone, async ({ tenant }) => {
    const rules = await anyRules(tenant);
    const open = [...rules.services.values()].filter(({ is_active, online }) => is_active && online);
    open.sort((a, b) => a.position - b.position || a.name.localeCompare(b.name));
    return { data: open.map((service) => presentBookingService(service, rules, tenant.row.currency)) };
  });
  read(contract.bookingAvailability, everyone, async ({ tenant, query }) => {
    refuseLongRange(query);
    const { manage_token: token, time_zone: zone, ...asked } = query;
    const ignore = token === undefined ? [] : [managedId(core.secret, tenant, token)];
    return offersJson(
      await listOffers(tenant, { ...asked, zone, audience: 'customer', onlineOnly: token === undefined, ignore }),
    );
  });
  read(contract.managedCalendar, byLink, async ({ tenant, params, reply }) => {
    const row = await managedRow(core.secret, tenant, params.manage_token);
    void reply.header('content-disposition', 'attachment; filename="appointment.ics"');
    return new ReadyText(await bookedCalendar(core, tenant, row));
  });
  read(contract.managedAppointment, byLink, async ({ tenant, params }) => {
    return presentBooked(tenant, await managedRow(core.secret, tenant, params.manage_token));
  });
}

/** What a customer who is signed in has booked. */
function portalRoutes({ read }: Routes, core: Core): void {
  read(listOwnAppointments, { may: 'portal.read' }, async ({ tenant, actor, query }) => {
    const { when } = query;
    // Soonest first what is ahead, latest first what is over.
    const place = ownList.at({ ...query, order: when === 'upcoming' ? 'start' : '-start' });
    const asked = { customerId: actor.customer_id!, when, now: tenant.now };
    const rows = await ask(tenant, ownAppointments(asked, place));
    const { data, next_cursor } = place.page(rows, (row) => row);
    const tokenOf = (appointmentId: string) =>
      manageToken(core.secret, { tenantId: tenant.id, mode: tenant.mode, appointmentId });
    const shown = data.map(async (row) => ({ ...(await presentBooked(tenant, row)), manage_token: tokenOf(row.id) }));
    return { data: await Promise.all(shown), next_cursor };
  });
}
