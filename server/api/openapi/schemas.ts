import { AuditEntry } from '@smooth/contract/audit/audit.ts';
import { BookedAppointment, BookingBusiness, BookingService } from '@smooth/contract/booking/booking.ts';
import { Problem } from '@smooth/contract/core/endpoint.ts';
import { Money } from '@smooth/contract/core/fields.ts';
import { Customer } from '@smooth/contract/customers/customers.ts';
import { CustomerImport } from '@smooth/contract/customers/imports.ts';
import { StaffInvitation } from '@smooth/contract/identity/invitations.ts';
import { Grant } from '@smooth/contract/identity/permissions.ts';
import { StaffMember } from '@smooth/contract/identity/staff.ts';
import { Message } from '@smooth/contract/messages/messages.ts';
import { Appointment, AppointmentChange } from '@smooth/contract/scheduling/appointments.ts';
import { Availability, Explanation } from '@smooth/contract/scheduling/availability.ts';
import { Block, Closure } from '@smooth/contract/scheduling/blocks.ts';
import { ClassSession } from '@smooth/contract/scheduling/classes.ts';
import { Feed } from '@smooth/contract/scheduling/feeds.ts';
import { Hold } from '@smooth/contract/scheduling/holds.ts';
import { Location } from '@smooth/contract/scheduling/locations.ts';
import { Override, Resource, ResourceType } from '@smooth/contract/scheduling/resources.ts';
import { Service } from '@smooth/contract/scheduling/services.ts';
import { TimeOffRequest } from '@smooth/contract/scheduling/time-off.ts';
import { Business } from '@smooth/contract/tenancy/business.ts';
import { z } from 'zod';

/** Objects of answers that have a name of their own in the document; all others stand where they are used. */
const named = {
  Appointment,
  AppointmentChange,
  AuditEntry,
  Availability,
  Block,
  BookedAppointment,
  BookingBusiness,
  BookingService,
  Business,
  ClassSession,
  Closure,
  Customer,
  CustomerImport,
  Explanation,
  Feed,
  Grant,
  Hold,
  Location,
  Message,
  Money,
  Override,
  Problem,
  Resource,
  ResourceType,
  Service,
  StaffInvitation,
  StaffMember,
  TimeOffRequest,
};
const names = new Map<unknown, string>(Object.entries(named).map(([name, schema]) => [schema, name]));

/** JSON Schema (draft 2020-12) as far as this document writes it. */
export interface JsonSchema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  pattern?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  description?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  minItems?: number;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  items?: JsonSchema;
  prefixItems?: JsonSchema[];
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
}

/** What callers send: every default may be left out. Shapes stand where they are used. */
export const inputSchema = (schema: z.ZodType): JsonSchema => converted(schema, 'input', undefined);

/** What is answered; named objects are references into the components. */
export const answerSchema = (schema: z.ZodType): JsonSchema => converted(schema, 'output', schema);

/** Every named object, for `components.schemas`. */
export const componentSchemas = (): Record<string, JsonSchema> =>
  Object.fromEntries(
    Object.entries(named).map(([name, schema]) => [name, converted(schema, 'output', undefined, schema)]),
  );

function converted(schema: z.ZodType, io: 'input' | 'output', root: unknown, itself?: z.ZodType): JsonSchema {
  if (root !== undefined && names.has(root)) return refTo(names.get(root)!);
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const name = io === 'output' && (zodSchema as unknown) !== itself ? names.get(zodSchema) : undefined;
      if (name) replaceBy(jsonSchema, refTo(name));
    },
  });
  return rest as JsonSchema;
}

const refTo = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });

function replaceBy(schema: object, by: JsonSchema): void {
  for (const key of Object.keys(schema)) Reflect.deleteProperty(schema, key);
  Object.assign(schema, by);
}
