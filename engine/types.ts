/**
 * The vocabulary of the engine. Facts go in as plain data in snake_case (they are rows of the database and fields
 * of the API); decisions come out. Nothing here reads a clock, a database or the environment.
 */

/** Milliseconds since the Unix epoch, UTC. */
export type Instant = number;

/** A calendar date of the place, `YYYY-MM-DD`. */
export type LocalDate = string;

/** A wall time of the place, `HH:MM`, `00:00` to `24:00`. */
export type WallTime = string;

/** An IANA zone name such as `America/New_York`; never an offset. */
export type Zone = string;

/** Sorted, disjoint, half-open intervals, flat: `[start, end, start, end, …]` in instants. */
export type Intervals = readonly Instant[];

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Open from `start` to `end` in wall time. An `end` at or before `start` lies on the next day. */
export interface WallWindow {
  start: WallTime;
  end: WallTime;
}

export interface WeeklyWindow extends WallWindow {
  weekday: Weekday;
}

/** Replaces the weekly hours of one local date; no windows means closed that day. */
export interface DateOverride {
  on: LocalDate;
  windows: readonly WallWindow[];
}

/** Time that is not open: once as instants. */
export interface TimeOff {
  id: string;
  start: Instant;
  end: Instant;
  reason?: string | null;
}

/** Time off that comes back each week, in wall time, within inclusive local dates. */
export interface RecurringTimeOff extends WeeklyWindow {
  id: string;
  from_on: LocalDate | null;
  until_on: LocalDate | null;
  reason?: string | null;
}

/** Business-wide or of one location; above everything else. */
export interface Closure {
  id: string;
  start: Instant;
  end: Instant;
  location_id: string | null;
  name?: string | null;
}

export interface LocationRules {
  id: string;
  time_zone: Zone;
  weekly_hours: readonly WeeklyWindow[];
}

export interface ResourceRules {
  id: string;
  type: string;
  location_id: string;
  capacity: number;
  is_active: boolean;
  /** Empty: the hours of the location. */
  weekly_hours: readonly WeeklyWindow[];
  /** Subtracted from the weekly (or location) hours, not from an override. */
  weekly_breaks: readonly WeeklyWindow[];
  overrides: readonly DateOverride[];
  time_off: readonly TimeOff[];
  recurring_time_off: readonly RecurringTimeOff[];
}

/** One line of what a service needs: lines are ANDed, the resources that can fill a line are ORed. */
export interface RequirementLine {
  id: string;
  /** A resource type; with `resource_ids` empty every active resource of the type can fill the line. */
  type: string | null;
  resource_ids: readonly string[];
  /** How many different resources the line takes. */
  quantity: number;
  /** Units of capacity taken on each of them. */
  units: number;
  /** Null: the padding of the service. */
  padding_before_minutes: number | null;
  padding_after_minutes: number | null;
  /** The customer may choose which resource fills the line. */
  is_choosable: boolean;
}

/** How far ahead a customer may book. Dates are inclusive, in the zone of the place. */
export interface BookingWindow {
  window_days: number | null;
  window_from_on: LocalDate | null;
  window_until_on: LocalDate | null;
}

/** Where the slot grid starts: at the opening of each window, at local midnight, or also right after what is booked. */
export type SlotAnchor = 'opening' | 'clock' | 'previous';

export interface ServiceRules extends BookingWindow {
  id: string;
  duration_minutes: number;
  padding_before_minutes: number;
  padding_after_minutes: number;
  min_notice_minutes: number;
  slot_step_minutes: number;
  slot_anchor: SlotAnchor;
  requires: readonly RequirementLine[];
  resource_terms: readonly ResourceTerms[];
}

/** What is different where one certain resource does it; null is as the service has it. */
export interface ResourceTerms {
  resource_id: string;
  duration_minutes: number | null;
  price_minor: number | null;
}

/** All that the business has configured, for one mode. The slow-changing half of the facts. */
export interface ScheduleRules {
  locations: readonly LocationRules[];
  resources: readonly ResourceRules[];
  closures: readonly Closure[];
}

/**
 * What takes time on a resource, padding included. `units` of an exclusive claim count against the capacity.
 * External busy time has `units` of the whole capacity. `ref` says what it is, for `explain`.
 */
export interface Busy {
  resource_id: string;
  start: Instant;
  end: Instant;
  units: number;
  ref?: { kind: 'appointment' | 'class' | 'hold' | 'external'; id: string } | null;
}

/** The claim one appointment needs on one resource; `[start, end)` has the padding in it. */
export interface ClaimPlan {
  line_id: string;
  resource_id: string;
  start: Instant;
  end: Instant;
  units: number;
  reason: AssignmentReason;
}

/** Why a resource was chosen. */
export type AssignmentReason = 'chosen' | 'kept' | 'only_candidate' | 'least_booked' | 'stable_order';

/** A typed refusal; the code is one of the error catalogue, `facts` explains it. */
export interface Refusal<Code extends string = string> {
  ok: false;
  code: Code;
  facts: Record<string, unknown>;
}
export interface Allowed<T> {
  ok: true;
  value: T;
}
export type Decision<T, Code extends string = string> = Allowed<T> | Refusal<Code>;

export type BookingRefusal = 'slot_unavailable' | 'policy_notice' | 'policy_window' | 'closed' | 'capacity';
