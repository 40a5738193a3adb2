import type { Question } from '@smooth/contract/scheduling/services.ts';
import type { SlotAnchor, WallTime, WallWindow, Weekday, WeeklyWindow } from '@smooth/engine/types.ts';

/**
 * A named world: a whole business as plain data, told relative to today in its own zone. The same one fills the demo,
 * sandboxes and tests. Things refer to each other by `key`; `fillWorld` gives them ids.
 */
export interface World {
  name: string;
  business: WorldBusiness;
  resource_types: readonly { key: string; name: string }[];
  locations: readonly WorldLocation[];
  resources: readonly WorldResource[];
  closures: readonly WorldClosure[];
  services: readonly WorldService[];
  customers: readonly WorldCustomer[];
  sessions: readonly WorldSessions[];
  diary: WorldDiary;
}

/** What the business itself is called and looks like, where a world comes with a business of its own. */
export interface WorldBusiness {
  name: string;
  subdomain: string;
  time_zone: string;
  currency: string;
  locale: string;
  tier: string;
  address: string;
  phone: string;
  email: string;
  brand_color: string;
  tagline: string;
  /** Who runs it; the manager is also who books at the desk. */
  owner: string;
  manager: string;
}

export interface WorldLocation {
  key: string;
  name: string;
  address: string | null;
  hours: readonly WeeklyWindow[];
}

export interface WorldResource {
  key: string;
  name: string;
  type: string;
  color: string;
  location: string;
  capacity?: number;
  /** The person who signs in as this member of staff, by the key `fillWorld` is given ids for. */
  person?: string;
  hours?: readonly WeeklyWindow[];
  breaks?: readonly WeeklyWindow[];
  overrides?: readonly { on: WorldDay; windows: readonly WallWindow[]; reason: string }[];
  time_off?: readonly { on: WorldDay; start: WallTime; end: WallTime; reason: string }[];
  each_week?: readonly (WeeklyWindow & { reason: string })[];
}

/** Days from today; or the first such weekday at least that many days from today. */
export type WorldDay = number | { weekday: Weekday; from: number };

export interface WorldClosure {
  name: string;
  on: WorldDay;
  start: WallTime;
  end: WallTime;
}

export interface WorldLine {
  type?: string;
  resources?: readonly string[];
  quantity?: number;
  units?: number;
  padding_before_minutes?: number;
  padding_after_minutes?: number;
  choosable?: boolean;
}

export interface WorldService {
  key: string;
  name: string;
  description: string;
  category: string;
  color: string;
  duration_minutes: number;
  price_minor: number;
  requires: readonly WorldLine[];
  kind?: 'appointment' | 'class';
  capacity?: number;
  padding_before_minutes?: number;
  padding_after_minutes?: number;
  min_notice_minutes?: number;
  window_days?: number;
  slot_step_minutes?: number;
  slot_anchor?: SlotAnchor;
  questions?: readonly Question[];
  needs_approval?: boolean;
  needs_phone?: boolean;
  cancel_notice_minutes?: number;
  reschedule_notice_minutes?: number;
  reminder_minutes?: number | null;
  online?: boolean;
}

export interface WorldCustomer {
  name: string;
  email: string | null;
  phone: string | null;
  notes?: string;
  tags?: readonly string[];
  locale?: string;
  time_zone?: string;
  is_blocked?: boolean;
  /** The person who signs in as this customer: the record has the id of the account. */
  person?: string;
}

/** Classes at the same time every week, from the first day of the diary to its last. */
export interface WorldSessions {
  service: string;
  weekday: Weekday;
  start: WallTime;
  resources: readonly string[];
  notes?: string;
}

/** How full the weeks around today are. Which appointments these are is drawn with the seed, so always the same. */
export interface WorldDiary {
  seed: number;
  days_back: number;
  days_ahead: number;
  /** The share of working time that is booked: of the past and today, and of the last day ahead. */
  busy_past: number;
  busy_last: number;
  /** Appointments that nobody was assigned to yet. */
  unassigned: number;
  /** How often each service is drawn for a member of staff who can do it. */
  weights: Readonly<Record<string, number>>;
  /** What customers and staff write on appointments. */
  notes: readonly string[];
}

/** The same hours on several weekdays (Monday is 1). */
export const weekly = (weekdays: readonly Weekday[], start: WallTime, end: WallTime): WeeklyWindow[] =>
  weekdays.map((weekday) => ({ weekday, start, end }));
