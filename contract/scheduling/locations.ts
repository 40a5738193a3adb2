import { z } from 'zod';
import { endpoint, nothing } from '../core/endpoint.ts';
import { can, Id, idParams, page, pageQuery, Revision, ShortText, ZoneText } from '../core/fields.ts';
import { WeeklyHours } from './hours.ts';

export const Location = z.object({
  id: Id,
  revision: Revision,
  name: z.string(),
  time_zone: z.string(),
  address: z.string().nullable(),
  weekly_hours: WeeklyHours,
  can: can('edit', 'delete'),
});
export type Location = z.output<typeof Location>;

const writable = {
  name: ShortText,
  time_zone: ZoneText,
  address: z.string().trim().max(300).nullish(),
  weekly_hours: WeeklyHours,
};

export const listLocations = endpoint({
  method: 'GET',
  path: '/api/v1/locations',
  summary: 'List locations',
  tag: 'locations',
  scope: 'locations:read',
  query: z.strictObject(pageQuery),
  responses: { 200: page(Location) },
});

export const getLocation = endpoint({
  method: 'GET',
  path: '/api/v1/locations/:id',
  summary: 'One location',
  tag: 'locations',
  scope: 'locations:read',
  params: idParams,
  responses: { 200: Location },
});

export const createLocation = endpoint({
  method: 'POST',
  path: '/api/v1/locations',
  summary: 'Add a location',
  tag: 'locations',
  scope: 'locations:write',
  body: z.strictObject(writable),
  responses: { 201: Location },
});

export const changeLocation = endpoint({
  method: 'PATCH',
  path: '/api/v1/locations/:id',
  summary: 'Change a location',
  tag: 'locations',
  scope: 'locations:write',
  params: idParams,
  body: z.strictObject(writable).partial().extend({ revision: Revision }),
  responses: { 200: Location },
  refusals: ['stale_revision'],
});

export const deleteLocation = endpoint({
  method: 'DELETE',
  path: '/api/v1/locations/:id',
  summary: 'Delete a location where nothing is and nothing was booked',
  tag: 'locations',
  scope: 'locations:write',
  params: idParams,
  responses: { 204: nothing },
  refusals: ['in_use'],
});
