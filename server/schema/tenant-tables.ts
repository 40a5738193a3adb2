import type { AppointmentStatus } from '@smooth/contract/scheduling/appointments.ts';
import type { RowProblem } from '@smooth/contract/customers/imports.ts';
import type { Question } from '@smooth/contract/scheduling/services.ts';
import type {
  DateOverride,
  RecurringTimeOff,
  RequirementLine,
  ResourceTerms,
  WeeklyWindow,
} from '@smooth/engine/types.ts';
import type { ColumnType } from 'kysely';
import type { At, AtOrNull, Defaulted, Json } from '../core/db/types.ts';
import type { WebhookTables } from './webhook-tables.ts';

/** A jsonb list: read as the list, written as its text. */
type JsonList<T> = ColumnType<readonly T[], string | undefined, string>;
type Stamped = { created_at: At; updated_at: At };
type Revised = { id: string; revision: Defaulted<number> };

/** The line of a service as it is stored: an id beside what the contract says. */
export type StoredLine = RequirementLine;
export type StoredRecurring = Omit<RecurringTimeOff, 'id' | 'reason'>;

export interface ServiceTable extends Revised, Stamped {
  name: string;
  description: Defaulted<string>;
  category: string | null;
  color: string;
  kind: Defaulted<'appointment' | 'class'>;
  duration_minutes: number;
  padding_before_minutes: Defaulted<number>;
  padding_after_minutes: Defaulted<number>;
  price_minor: Defaulted<number>;
  capacity: Defaulted<number>;
  min_notice_minutes: Defaulted<number>;
  window_days: number | null;
  window_from_on: string | null;
  window_until_on: string | null;
  slot_step_minutes: Defaulted<number>;
  slot_anchor: Defaulted<'opening' | 'clock' | 'previous'>;
  requires: JsonList<StoredLine>;
  resource_terms: JsonList<ResourceTerms>;
  questions: JsonList<Question>;
  needs_approval: Defaulted<boolean>;
  needs_phone: Defaulted<boolean>;
  cancel_notice_minutes: Defaulted<number>;
  reschedule_notice_minutes: Defaulted<number>;
  reminder_minutes: number | null;
  online: Defaulted<boolean>;
  is_active: Defaulted<boolean>;
  position: Defaulted<number>;
}

/** Where an appointment goes back to when its move is declined. */
export interface StoredFallback {
  starts_at: number;
  ends_at: number;
  wall_start: string;
  location_id: string | null;
  resource_ids: string[];
  assignment_reason: string | null;
  /** Absent in those stored before a move could change it. */
  price_minor?: number;
  claims: { resource_id: string; lane: number; exclusive: boolean; start: number; end: number }[];
}

export interface AppointmentTable extends Revised, Stamped {
  status: AppointmentStatus;
  payment_status: Defaulted<'none' | 'on_site' | 'paid' | 'refunded'>;
  service_id: string;
  customer_id: string | null;
  class_id: string | null;
  party_size: Defaulted<number>;
  starts_at: At;
  ends_at: At;
  time_zone: string;
  wall_start: string;
  customer_time_zone: string | null;
  location_id: string | null;
  resource_ids: Defaulted<string[]>;
  assignment_reason: string | null;
  overlap_reason: string | null;
  price_minor: number;
  currency: string;
  notes: Defaulted<string>;
  answers: ColumnType<Record<string, string | boolean>, string | undefined, string>;
  cancel_notice_minutes: number;
  reschedule_notice_minutes: number;
  source: 'public' | 'staff' | 'api';
  locale: string | null;
  expires_at: AtOrNull;
  fallback: ColumnType<StoredFallback | null, string | null | undefined, string | null>;
}

export interface CustomerImportTable extends Revised, Stamped {
  status: Defaulted<'waiting' | 'running' | 'done' | 'failed'>;
  file_name: string;
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  known: 'complete' | 'overwrite';
  content: string | null;
  total: number;
  done: Defaulted<number>;
  added: Defaulted<number>;
  changed: Defaulted<number>;
  unchanged: Defaulted<number>;
  refused: Defaulted<number>;
  problems: JsonList<RowProblem>;
  actor: Json<Record<string, unknown>>;
}

/** The tables of one business in one mode, as migrations/tenant makes them. Found by the search path of the scope. */
export interface TenantTables extends WebhookTables {
  rules_version: { only: Defaulted<boolean>; version: Defaulted<number> };
  locations: Revised &
    Stamped & { name: string; time_zone: string; address: string | null; weekly_hours: JsonList<WeeklyWindow> };
  resource_types: {
    id: Defaulted<string>;
    key: string;
    name: string;
    is_builtin: Defaulted<boolean>;
    revision: Defaulted<number>;
  };
  resources: Revised &
    Stamped & {
      name: string;
      type: string;
      capacity: Defaulted<number>;
      location_id: string;
      user_id: string | null;
      color: string;
      is_active: Defaulted<boolean>;
      weekly_hours: JsonList<WeeklyWindow>;
      weekly_breaks: JsonList<WeeklyWindow>;
    };
  resource_busy: { resource_id: string; version: Defaulted<number> };
  resource_overrides: {
    id: string;
    resource_id: string;
    on: string;
    windows: JsonList<DateOverride['windows'][number]>;
    reason: string | null;
  };
  blocks: Revised &
    Stamped & {
      resource_id: string;
      starts_at: AtOrNull;
      ends_at: AtOrNull;
      recurring: ColumnType<StoredRecurring | null, string | null, string | null>;
      reason: string | null;
    };
  closures: Revised & Stamped & { name: string; location_id: string | null; starts_at: At; ends_at: At };
  services: ServiceTable;
  customers: Revised &
    Stamped & {
      name: string;
      email: string | null;
      phone: string | null;
      locale: string | null;
      time_zone: string | null;
      notes: Defaulted<string>;
      is_blocked: Defaulted<boolean>;
      tags: Defaulted<string[]>;
      import_key: string | null;
    };
  time_off_requests: Revised &
    Stamped & {
      resource_id: string;
      user_id: string;
      user_name: string;
      starts_at: At;
      ends_at: At;
      reason: string | null;
      status: Defaulted<'requested' | 'approved' | 'declined' | 'withdrawn'>;
      block_id: string | null;
      decided_by_name: string | null;
      decision_reason: string | null;
    };
  customer_imports: CustomerImportTable;
  feeds: {
    id: string;
    kind: 'resource' | 'person';
    resource_id: string | null;
    user_id: string | null;
    token_hash: Buffer;
    created_by: string;
    created_at: At;
    revoked_at: AtOrNull;
  };
  classes: Revised &
    Stamped & {
      service_id: string;
      status: Defaulted<'scheduled' | 'cancelled'>;
      starts_at: At;
      ends_at: At;
      time_zone: string;
      wall_start: string;
      location_id: string | null;
      seats: number;
      seats_taken: Defaulted<number>;
      resource_ids: Defaulted<string[]>;
      notes: Defaulted<string>;
    };
  appointments: AppointmentTable;
  holds: {
    id: string;
    service_id: string;
    class_id: string | null;
    party_size: Defaulted<number>;
    starts_at: At;
    ends_at: At;
    resource_ids: Defaulted<string[]>;
    visitor: string;
    expires_at: At;
    created_at: At;
  };
  claims: {
    resource_id: string;
    lane: number;
    during: string;
    exclusive: Defaulted<boolean>;
    is_former: Defaulted<boolean>;
    appointment_id: string | null;
    class_id: string | null;
    hold_id: string | null;
    expires_at: AtOrNull;
  };
  appointment_changes: {
    id: string;
    appointment_id: string;
    revision: number;
    kind: string;
    at: At;
    by_kind: 'user' | 'customer' | 'system';
    by_id: string | null;
    by_name: string;
    reason: string | null;
    from: ColumnType<Record<string, unknown> | null, string | null, never>;
    to: ColumnType<Record<string, unknown> | null, string | null, never>;
  };
  events: {
    id: string;
    type: string;
    subject_id: string;
    revision: number | null;
    payload: Json<Record<string, unknown>>;
    actor: Json<Record<string, unknown>>;
    occurred_at: At;
  };
  outbox: { event_id: string };
  due: {
    id: string;
    kind: 'reminder' | 'approval_expiry' | 'webhook';
    appointment_id: string | null;
    webhook_id: string | null;
    due_at: At;
  };
  messages: {
    id: string;
    template: string;
    dedupe_key: string;
    appointment_id: string | null;
    customer_id: string | null;
    recipient: string;
    subject: string;
    body_text: string;
    body_html: string;
    calendar: string | null;
    calendar_method: 'REQUEST' | 'CANCEL' | null;
    status: Defaulted<'queued' | 'sent' | 'captured' | 'failed' | 'dropped'>;
    attempts: Defaulted<number>;
    error: string | null;
    created_at: At;
    sent_at: AtOrNull;
  };
  idempotency_keys: {
    owner: string;
    key: string;
    request_hash: Buffer;
    status: number;
    answer: string | null;
    created_at: At;
  };
}
