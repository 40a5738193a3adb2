import { platformRoles, type Role } from '@smooth/contract/identity/roles.ts';
import type { Actor } from './actor.ts';
import { Refused } from './errors.ts';

type Rule<T> = (actor: Actor, object: T) => boolean;
type Row<T> = Partial<Record<Role, Rule<T>>>;

export const always: Rule<unknown> = () => true;
export const when = <T>(rule: Rule<T>): Rule<T> => rule;

const everyRow = new Map<string, Row<never>>();

/** A table of who may do what with one kind of object. A role that is not named may not. */
export function policy<T, const Action extends string = string>(rows: Record<Action, Row<T>>) {
  for (const [action, row] of Object.entries<Row<T>>(rows)) everyRow.set(action, row);
  const may = (actor: Actor, action: Action, object: T): boolean =>
    actor.role !== null && ((rows[action][actor.role]?.(actor, object) ?? false) || hasBeyondRole(actor, action));
  /** 404 for whoever may not even see it would have been decided by the look-up; here it is 403. */
  const demand = (actor: Actor, action: Action, object: T): void => {
    if (!may(actor, action, object)) throw new Refused('forbidden');
  };
  return { may, demand };
}

/** Whether the role may do this with some object at all. */
export const mayTry = (actor: Actor, action: string): boolean =>
  actor.role !== null && (everyRow.get(action)?.[actor.role] !== undefined || hasBeyondRole(actor, action));

/** What a person was given, for good or for a while, holds for every object; what is theirs to be given is `isGivable`. */
const hasBeyondRole = ({ permitted, granted }: Actor, action: string): boolean =>
  permitted?.has(action) === true || granted?.has(action) === true;

/** What somebody may give to others: what their role may do with everything, or what they were given for good. */
export const mayGive = (actor: Actor, action: string): boolean =>
  actor.role !== null && (everyRow.get(action)?.[actor.role] === always || actor.permitted?.has(action) === true);

/** Whether an action means anything to somebody of this role: there is another of their level who has it. */
export function isGivable(action: string, to: Role): boolean {
  const level = (platformRoles as readonly Role[]).includes(to) ? platformRoles : businessRoles;
  const row = everyRow.get(action);
  return row !== undefined && (level as readonly Role[]).includes(to) && level.some((role) => row[role] !== undefined);
}

/** How far a role alone reaches: every object, some, or none. */
export function reachOf(role: Role, action: string): 'always' | 'when' | null {
  const rule = everyRow.get(action)?.[role];
  return rule === undefined ? null : rule === always ? 'always' : 'when';
}

/** Customers are given nothing: what is theirs follows from whose it is. */
const businessRoles = ['TENANT_OWNER', 'TENANT_MANAGER', 'TENANT_STAFF'] as const;

export const everyAction = (): string[] => [...everyRow.keys()].sort();

export const permissionsOf = (actor: Actor): string[] =>
  [...everyRow.keys()].filter((action) => mayTry(actor, action)).sort();

/** The whole table, for printing and for the tests that walk it. */
export const policyTable = (): { action: string; roles: Partial<Record<Role, 'always' | 'when'>> }[] =>
  [...everyRow].map(([action, row]) => ({
    action,
    roles: Object.fromEntries(Object.entries(row).map(([role, rule]) => [role, rule === always ? 'always' : 'when'])),
  }));
