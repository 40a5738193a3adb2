import { customerImportRequested } from '@smooth/contract/scheduling/events.ts';
import type { On } from '../core/events/reactions.ts';

export function customerReactions(on: On): void {
  on(customerImportRequested, 'customers.import', ({ tenant, event, addJobs }) =>
    addJobs(tenant, [
      {
        name: 'customers.import',
        key: `customers.import:${event.subject_id}`,
        payload: { import_id: event.subject_id },
        attempts: 8,
      },
    ]),
  );
}
