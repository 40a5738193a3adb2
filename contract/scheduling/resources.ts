import { z } from 'zod';
import { endpoint, nothing } from '../core/endpoint.ts';
import {
  can,
  ColorText,
  DateText,
  Flag,
  Id,
  idParams,
  InstantText,
  ordered,
  page,
  pageQuery,
  Reason,
  Revision,
  ShortText,
} from '../core/fields.ts';
import { WallWindow, WeeklyHours } from './hours.ts';

export const ResourceType = z.object({
  id: Id.describe('What events name it by; everything else names it by its key'),
  key: z.string(),
  revision: Revision,
  name: z.string(),
  is_builtin: z.boolean().describe('Staff, room and equipment, which every business has'),
  can: can('edit', 'delete'),
});
export type ResourceType = z.output<typeof ResourceType>;

export const Resource = z.object({
  id: Id,
  revision: Revision,
  name: z.string(),
  type: z.string(),
  capacity: z.int(),
  location_id: Id,
  user_id: Id.nullable(),
  color: z.string(),
  is_active: z.boolean(),
  weekly_hours: WeeklyHours.describe('Empty: the hours of the location'),
  weekly_breaks: WeeklyHours,
  created_at: InstantText,
  updated_at: InstantText,
  can: can('edit', 'delete', 'add_time_off', 'open_feed'),
});
export type Resource = z.output<typeof Resource>;

const TypeKey = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, 'Use small letters, digits and _');
const writable = {
  name: ShortText,
  type: TypeKey,
  capacity: z.int().min(1).max(1000),
  location_id: Id,
  user_id: Id.nullable(),
  color: ColorText,
  is_active: z.boolean(),
  weekly_hours: WeeklyHours,
  weekly_breaks: WeeklyHours,
};

export const listResourceTypes = endpoint({
  method: 'GET',
  path: '/api/v1/resource_types',
  summary: 'Kinds of resources: staff, room, equipment and your own',
  tag: 'resources',
  scope: 'resource_types:read',
  query: z.strictObject(pageQuery),
  responses: { 200: page(ResourceType) },
});

const keyParams = z.object({ key: TypeKey });

export const getResourceType = endpoint({
  method: 'GET',
  path: '/api/v1/resource_types/:key',
  summary: 'One kind of resource',
  tag: 'resources',
  scope: 'resource_types:read',
  params: keyParams,
  responses: { 200: ResourceType },
});

export const createResourceType = endpoint({
  method: 'POST',
  path: '/api/v1/resource_types',
  summary: 'Define a kind of resource',
  tag: 'resources',
  scope: 'resource_types:write',
  body: z.strictObject({ key: TypeKey, name: ShortText }),
  responses: { 201: ResourceType },
  refusals: ['duplicate'],
});

export const changeResourceType = endpoint({
  method: 'PATCH',
  path: '/api/v1/resource_types/:key',
  summary: 'Give a kind of resource of your own another name; its key stays',
  tag: 'resources',
  scope: 'resource_types:write',
  params: keyParams,
  body: z.strictObject({ revision: Revision, name: ShortText }),
  responses: { 200: ResourceType },
  refusals: ['stale_revision', 'in_use'],
});

export const deleteResourceType = endpoint({
  method: 'DELETE',
  path: '/api/v1/resource_types/:key',
  summary: 'Delete a kind of resource of your own that nothing is of',
  tag: 'resources',
  scope: 'resource_types:write',
  params: keyParams,
  responses: { 204: nothing },
  refusals: ['in_use'],
});

export const listResources = endpoint({
  method: 'GET',
  path: '/api/v1/resources',
  summary: 'List resources',
  tag: 'resources',
  scope: 'resources:read',
  query: z.strictObject({
    ...pageQuery,
    type: TypeKey.optional(),
    location_id: Id.optional(),
    is_active: Flag.optional(),
    q: z.string().trim().max(120).optional().describe('Part of the name'),
    order: ordered('name', 'created_at'),
  }),
  responses: { 200: page(Resource) },
});

export const getResource = endpoint({
  method: 'GET',
  path: '/api/v1/resources/:id',
  summary: 'Get a resource',
  tag: 'resources',
  scope: 'resources:read',
  params: idParams,
  responses: { 200: Resource },
});

export const createResource = endpoint({
  method: 'POST',
  path: '/api/v1/resources',
  summary: 'Add a resource',
  tag: 'resources',
  scope: 'resources:write',
  body: z.strictObject({
    ...writable,
    capacity: writable.capacity.default(1),
    location_id: Id.optional().describe('The first location where none is named'),
    user_id: Id.nullable().default(null),
    color: ColorText.default('#6366f1'),
    is_active: z.boolean().default(true),
    weekly_hours: WeeklyHours.default([]),
    weekly_breaks: WeeklyHours.default([]),
  }),
  responses: { 201: Resource },
});

export const changeResource = endpoint({
  method: 'PATCH',
  path: '/api/v1/resources/:id',
  summary: 'Change a resource',
  tag: 'resources',
  scope: 'resources:write',
  params: idParams,
  body: z.strictObject(writable).partial().extend({ revision: Revision }),
  responses: { 200: Resource },
  refusals: ['stale_revision', 'capacity'],
});

export const deleteResource = endpoint({
  method: 'DELETE',
  path: '/api/v1/resources/:id',
  summary: 'Delete a resource that was never booked',
  tag: 'resources',
  scope: 'resources:write',
  params: idParams,
  responses: { 204: nothing },
  refusals: ['in_use'],
});

export const Override = z.object({
  id: Id,
  resource_id: Id,
  on: DateText,
  windows: z.array(WallWindow),
  reason: z.string().nullable(),
});
export type Override = z.output<typeof Override>;

export const listOverrides = endpoint({
  method: 'GET',
  path: '/api/v1/resources/:id/overrides',
  summary: 'Dates on which a resource has other hours',
  tag: 'resources',
  scope: 'resources:read',
  params: idParams,
  query: z.strictObject(pageQuery),
  responses: { 200: page(Override) },
});

export const putOverride = endpoint({
  method: 'PUT',
  path: '/api/v1/resources/:id/overrides/:on',
  summary: 'Set the hours of one date; no windows means closed',
  tag: 'resources',
  scope: 'resources:write',
  params: idParams.extend({ on: DateText }),
  body: z.strictObject({ windows: z.array(WallWindow).max(10), reason: Reason.nullish() }),
  responses: { 200: Override },
});

export const deleteOverride = endpoint({
  method: 'DELETE',
  path: '/api/v1/resources/:id/overrides/:on',
  summary: 'Go back to the weekly hours on that date',
  tag: 'resources',
  scope: 'resources:write',
  params: idParams.extend({ on: DateText }),
  responses: { 204: nothing },
});
