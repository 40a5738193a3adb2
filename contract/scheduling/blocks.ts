import { z } from 'zod';
import { endpoint, nothing } from '../core/endpoint.ts';
import {
  can,
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
import { Appointment } from './appointments.ts';
import { RecurringTime } from './hours.ts';

export const Block = z.object({
  id: Id,
  revision: Revision,
  resource_id: Id,
  start: InstantText.nullable(),
  end: InstantText.nullable(),
  recurring: RecurringTime.nullable(),
  reason: z.string().nullable(),
  can: can('edit', 'delete'),
});
export type Block = z.output<typeof Block>;

const writable = {
  start: InstantText.nullish(),
  end: InstantText.nullish(),
  recurring: RecurringTime.nullish(),
  reason: Reason.nullish(),
};

export const listBlocks = endpoint({
  method: 'GET',
  path: '/api/v1/blocks',
  summary: 'Time off of resources: once or each week',
  tag: 'blocks',
  scope: 'blocks:read',
  query: z.strictObject({
    ...pageQuery,
    resource_id: Id.optional(),
    from: InstantText.optional().describe('Only what ends after this instant'),
    to: InstantText.optional().describe('Only what begins before this instant'),
    order: ordered('start').describe('Time off of each week comes last, or first with the minus'),
  }),
  responses: { 200: page(Block) },
});

const blockAnswer = z.object({ block: Block, affected: z.array(Appointment) });

export const getBlock = endpoint({
  method: 'GET',
  path: '/api/v1/blocks/:id',
  summary: 'One time off with the appointments that lie inside',
  tag: 'blocks',
  scope: 'blocks:read',
  params: idParams,
  responses: { 200: blockAnswer },
});

export const createBlock = endpoint({
  method: 'POST',
  path: '/api/v1/blocks',
  summary: 'Give a resource time off; appointments inside stay and are listed',
  tag: 'blocks',
  scope: 'blocks:write',
  body: z.strictObject({ resource_id: Id, ...writable }),
  responses: { 201: blockAnswer },
});

export const changeBlock = endpoint({
  method: 'PATCH',
  path: '/api/v1/blocks/:id',
  summary: 'Change time off',
  tag: 'blocks',
  scope: 'blocks:write',
  params: idParams,
  body: z.strictObject(writable).extend({
    revision: Revision,
    resource_id: Id.optional().describe('Whose it becomes; it stays where it is where absent'),
  }),
  responses: { 200: blockAnswer },
  refusals: ['stale_revision'],
});

export const deleteBlock = endpoint({
  method: 'DELETE',
  path: '/api/v1/blocks/:id',
  summary: 'Take time off away',
  tag: 'blocks',
  scope: 'blocks:write',
  params: idParams,
  responses: { 204: nothing },
});

export const Closure = z.object({
  id: Id,
  revision: Revision,
  name: z.string(),
  location_id: Id.nullable().describe('Null: the whole business'),
  start: InstantText,
  end: InstantText,
  affected_count: z.int().describe('Appointments that lie inside'),
  can: can('edit', 'delete'),
});
export type Closure = z.output<typeof Closure>;

const closureShape = {
  name: ShortText,
  location_id: Id.nullable().default(null),
  start: InstantText,
  end: InstantText,
};
const closureAnswer = z.object({ closure: Closure, affected: z.array(Appointment) });

export const listClosures = endpoint({
  method: 'GET',
  path: '/api/v1/closures',
  summary: 'When the business is closed beside its hours',
  tag: 'closures',
  scope: 'closures:read',
  query: z.strictObject({
    ...pageQuery,
    from: InstantText.optional().describe('Only what ends after this instant'),
    to: InstantText.optional().describe('Only what begins before this instant'),
    location_id: Id.optional().describe('What closes this location: those of its own, and those of the whole business'),
    order: ordered('start'),
  }),
  responses: { 200: page(Closure) },
});

export const getClosure = endpoint({
  method: 'GET',
  path: '/api/v1/closures/:id',
  summary: 'One closure with the appointments that lie inside',
  tag: 'closures',
  scope: 'closures:read',
  params: idParams,
  responses: { 200: closureAnswer },
});

export const createClosure = endpoint({
  method: 'POST',
  path: '/api/v1/closures',
  summary: 'Close the business or a location; appointments inside stay and are listed',
  tag: 'closures',
  scope: 'closures:write',
  body: z.strictObject(closureShape),
  responses: { 201: closureAnswer },
});

export const changeClosure = endpoint({
  method: 'PATCH',
  path: '/api/v1/closures/:id',
  summary: 'Change a closure',
  tag: 'closures',
  scope: 'closures:write',
  params: idParams,
  body: z
    .strictObject({ ...closureShape, location_id: Id.nullable() })
    .partial()
    .extend({ revision: Revision }),
  responses: { 200: closureAnswer },
  refusals: ['stale_revision'],
});

export const deleteClosure = endpoint({
  method: 'DELETE',
  path: '/api/v1/closures/:id',
  summary: 'Take a closure away',
  tag: 'closures',
  scope: 'closures:write',
  params: idParams,
  responses: { 204: nothing },
});
