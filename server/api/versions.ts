import { getAppointmentHistory } from '@smooth/contract/scheduling/appointments.ts';
import type { AnswerOf } from '@smooth/contract/core/endpoint.ts';
import type { VersionChange } from '../core/http/versions.ts';

/** What became better from version to version, the oldest first; see docs/how-to/change-the-api.md. */
export const versionChanges: readonly VersionChange[] = [
  {
    since: '2026-12-01',
    what: 'An entry of the history of an appointment says when it happened as `occurred_at`, as events do; before it was `at`.',
    endpoints: [getAppointmentHistory],
    answer: ({ data, ...rest }: AnswerOf<typeof getAppointmentHistory>) => ({
      ...rest,
      data: data.map(({ occurred_at: at, ...change }) => ({ ...change, at })),
    }),
  },
];
