import type { Explanation } from '@smooth/contract/scheduling/availability.ts';
import type { Check as EngineCheck } from '@smooth/engine/explain.ts';
import { formatInstant } from '@smooth/engine/instant.ts';
import type { Explained } from '../queries/explained.ts';

export const presentExplanation = ({ start, explanation, rules }: Explained): Explanation => ({
  start: formatInstant(start),
  bookable: explanation.bookable,
  checks: explanation.checks.map((check) => {
    const resource = check.resource_id ? rules.resources.get(check.resource_id) : undefined;
    return {
      rule: check.rule,
      ok: check.ok,
      binds: check.binds,
      detail: sentence(check, resource?.name),
      ...(resource && { resource_id: resource.id, resource_name: resource.name }),
      ...(check.blocker && {
        blocker: { ...check.blocker, start: formatInstant(check.blocker.start), end: formatInstant(check.blocker.end) },
      }),
    };
  }),
});

type Rule = EngineCheck['rule'];

const passed: Record<Rule, string> = {
  notice: 'Early enough before the start',
  window: 'Within the dates that can be booked',
  inactive: 'Active',
  hours: 'Within working hours',
  closure: 'No closure',
  time_off: 'No time off',
  grid: 'One of the starts on offer',
  busy: 'Free',
  capacity: 'Enough room',
  assignment: 'Everything the service needs is available together',
};

const failed: Record<Rule, string> = {
  notice: 'Too short before the start',
  window: 'Outside the dates that can be booked',
  inactive: 'Not active',
  hours: 'Outside working hours',
  closure: 'Closed',
  time_off: 'Time off',
  grid: 'Not one of the starts on offer to customers',
  busy: 'Taken',
  capacity: 'Not enough room',
  assignment: 'Not everything the service needs is available together',
};

function sentence({ ok, rule }: EngineCheck, name: string | undefined): string {
  const text = (ok ? passed : failed)[rule];
  return name ? `${name}: ${text.toLowerCase()}` : text;
}
