/** What stands in the way, as parts of one sentence. `when` is `from` or `until` with a time. */
export const conflicts = {
  from: (time: string) => `from ${time}`,
  until: (time: string) => `until ${time}`,
  taken: (name: string, when: string, by: string | null) => `${name} is taken ${when}${by ? ` by ${by}` : ''}`,
  held: (name: string, when: string) => `${name} is held ${when} for somebody who is booking online`,
  full: (name: string, when: string) => `${name} has no place left ${when}`,
  off: (name: string, when: string, why: string | null) => `${name} has time off ${when}${why ? `: ${why}` : ''}`,
  closed: (name: string, when: string, why: string | null) => `${name} is closed ${when}${why ? `: ${why}` : ''}`,
  hours: (name: string, { type }: { type: string }) =>
    type === 'staff' ? `${name} does not work at that time` : `${name} is closed at that time`,
  small: (name: string) => `${name} has fewer places than this needs`,
  inactive: (name: string) => `${name} is not active`,
  unfit: (name: string, { type, service }: { type: string; service: string }) =>
    type === 'staff' ? `${name} does not do ${service}` : `${name} cannot be used for ${service}`,
  none: (type: string | null): string =>
    type === 'staff' ? 'Nobody who could do this is free at that time' : 'Nothing that this needs is free at that time',
  apart: (service: string) => `These cannot be used together for ${service}`,
  /** What takes the time. */
  booking: (service: string, customer: string | null) => (customer ? `${service} for ${customer}` : service),
};
export type ConflictTexts = typeof conflicts;
