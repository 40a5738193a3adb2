import { type DecideInput, decideBooking } from './decide.ts';
import { type Blocker, type Check, explain } from './explain.ts';
import type { Instant, Zone } from './types.ts';
import type { ConflictTexts } from './words/en.ts';
import { localDateOf } from './zone.ts';

/** The one thing that a business hears first about a start that cannot be taken. */
export type Conflict =
  | { kind: 'taken' | 'full' | 'off' | 'closed'; resource_id: string; blocker: Blocker; start: Instant }
  | { kind: 'hours' | 'small' | 'inactive' | 'unfit'; resource_id: string; start: Instant }
  /** Of all that could serve as this type, none can. */
  | { kind: 'none'; type: string | null; start: Instant }
  | { kind: 'apart'; start: Instant };

/** How things are called where the sentence is read. */
export interface Names {
  resource(id: string): { name: string; type: string } | undefined;
  /** What takes the time, such as `Pilates` or `Haircut for Maya Lopez`; null where that is not known. */
  blocker(blocker: Blocker): string | null;
  service: string;
  /** See `clockOf`. */
  time(instant: Instant, near: Instant): string;
}

/** Null when the start can be taken. Speaks of what was asked for before it speaks of what could stand in. */
export function conflictOf(input: DecideInput): Conflict | null {
  if (decideBooking(input).ok) return null;
  const { resourceId, resourceIds = [] } = input;
  const wanted = [...new Set(resourceId ? [resourceId, ...resourceIds] : resourceIds)];
  // Mostly one of those asked for is the reason, and then the many others need not be looked at.
  const close = wanted.length > 0 ? wishConflict(input, explain(among(input, wanted)).checks, wanted) : null;
  if (close) return close;
  const { checks } = explain(input);
  return (
    wishConflict(input, checks, wanted) ?? lineConflict(input, checks, wanted) ?? { kind: 'apart', start: input.start }
  );
}

/** `11:30`, or with its weekday where that is not the day of `near`. */
export function clockOf(locale: string, timeZone: Zone): (instant: Instant, near: Instant) => string {
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone });
  const day = new Intl.DateTimeFormat(locale, { weekday: 'short', hour: 'numeric', minute: '2-digit', timeZone });
  return (instant, near) =>
    (localDateOf(timeZone, instant) === localDateOf(timeZone, near) ? time : day).format(instant);
}

/** One sentence, the same before a drop and in the refusal of the server, in the language of the texts. */
export function conflictWords(conflict: Conflict, names: Names, texts: ConflictTexts): string {
  if (conflict.kind === 'apart') return texts.apart(names.service);
  if (conflict.kind === 'none') return texts.none(conflict.type);
  const { name = '', type = '' } = names.resource(conflict.resource_id) ?? {};
  if (!('blocker' in conflict)) return texts[conflict.kind](name, { type, service: names.service });
  const { blocker, start, kind } = conflict;
  const when =
    blocker.start > start ? texts.from(names.time(blocker.start, start)) : texts.until(names.time(blocker.end, start));
  if (kind === 'full') return texts.full(name, when);
  if (blocker.kind === 'hold') return texts.held(name, when);
  return texts[kind](name, when, names.blocker(blocker));
}

/** The order in which reasons are told: what no other time would mend comes first. */
const ORDER: readonly Check['rule'][] = ['inactive', 'capacity', 'closure', 'time_off', 'hours', 'busy'];

const failing = (checks: readonly Check[]) =>
  checks.filter(({ ok, binds, rule }) => !ok && (binds || rule === 'inactive'));

/** The same question with nobody else in the house. */
function among(input: DecideInput, ids: readonly string[]): DecideInput {
  const rules = 'openings' in input.rules ? input.rules.rules : input.rules;
  return { ...input, rules: { ...rules, resources: rules.resources.filter(({ id }) => ids.includes(id)) } };
}

function wishConflict(input: DecideInput, checks: readonly Check[], wanted: readonly string[]): Conflict | null {
  const failed = failing(checks);
  for (const id of wanted) {
    const conflict = conflictAt(input, failed, id);
    if (conflict) return conflict;
  }
  return null;
}

function conflictAt({ start, rules }: DecideInput, failed: readonly Check[], id: string): Conflict | null {
  const own = failed.filter((check) => check.resource_id === id);
  const worst = ORDER.flatMap((rule) => own.filter((check) => check.rule === rule))[0];
  if (!worst) return null;
  const about = { resource_id: id, start };
  const { rule, blocker } = worst;
  if (rule === 'inactive') return { kind: 'inactive', ...about };
  if (rule === 'capacity') return { kind: 'small', ...about };
  if (rule === 'hours' || !blocker) return { kind: 'hours', ...about };
  if (rule === 'closure') return { kind: 'closed', blocker, ...about };
  if (rule === 'time_off') return { kind: 'off', blocker, ...about };
  const resources = 'openings' in rules ? rules.rules.resources : rules.resources;
  const isShared = (resources.find((one) => one.id === id)?.capacity ?? 1) > 1;
  return { kind: isShared ? 'full' : 'taken', blocker, ...about };
}

/** A wish that fits no line, or a line for which nobody is left. */
function lineConflict(input: DecideInput, checks: readonly Check[], wanted: readonly string[]): Conflict | null {
  const { start, service } = input;
  const all = checks.filter(({ line_id }) => line_id !== undefined);
  const failed = failing(checks);
  const unfit = wanted.find((id) => !all.some(({ resource_id }) => resource_id === id));
  if (unfit) return { kind: 'unfit', resource_id: unfit, start };
  for (const line of service.requires) {
    const members = [
      ...new Set(all.filter(({ line_id }) => line_id === line.id).map(({ resource_id }) => resource_id!)),
    ];
    const free = members.filter((id) => !failed.some(({ resource_id }) => resource_id === id));
    if (free.length >= line.quantity) continue;
    const only = members.length === 1 ? conflictAt(input, failed, members[0]!) : null;
    return only ?? { kind: 'none', type: line.type, start };
  }
  return null;
}
