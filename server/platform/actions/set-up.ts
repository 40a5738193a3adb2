import { createLocation } from '@smooth/contract/scheduling/locations.ts';
import { createResource } from '@smooth/contract/scheduling/resources.ts';
import { createService } from '@smooth/contract/scheduling/services.ts';
import type { Weekday } from '@smooth/engine/types.ts';
import { system } from '../../core/actor.ts';
import { inTenant, type Tenant } from '../../core/tenant/tenant.ts';
import type { Setup } from '../../schema/public-tables.ts';
import { addLocation } from '../../scheduling/actions/locations.ts';
import { addResource } from '../../scheduling/actions/resources.ts';
import { addService } from '../../scheduling/actions/services.ts';

/**
 * What a new owner said in the wizard becomes a place with hours, the owner as somebody who can be booked, and a first
 * service. All of it or nothing, and once: what is there already is left alone.
 */
export const setUp = (tenant: Tenant, setup: Setup): Promise<void> =>
  inTenant(tenant, async (tx) => {
    const known = await tx.selectFrom('locations').select('id').limit(1).execute();
    if (known.length > 0) return;
    const { owner, weekdays, opens, closes, service_name, service_minutes, service_price_minor } = setup;
    const weekly_hours = weekdays.map((weekday) => ({ weekday: weekday as Weekday, start: opens, end: closes }));
    const place = { name: tenant.row.name, time_zone: tenant.row.time_zone, weekly_hours };
    await addLocation(tx, createLocation.body.parse(place), system);
    const person = { name: owner.name, type: 'staff', user_id: owner.id };
    const { id } = await addResource(tx, createResource.body.parse(person), system);
    const service = { name: service_name, duration_minutes: service_minutes, price_minor: service_price_minor };
    await addService(tx, createService.body.parse({ ...service, requires: [{ resource_ids: [id] }] }), system);
  });
