import { deliveryStatuses } from '@smooth/contract/webhooks/deliveries.ts';
import { text } from '../app/search.ts';

/** What the log of a webhook is narrowed by, and which delivery or form is open beside it. */
export interface LogSearch {
  status?: (typeof deliveryStatuses)[number] | undefined;
  type?: string | undefined;
  delivery?: string | undefined;
  edit?: true | undefined;
}

export const logSearch = (search: Record<string, unknown>): LogSearch => ({
  status: deliveryStatuses.find((one) => one === search['status']),
  type: text(search['type']),
  delivery: text(search['delivery']),
  edit: search['edit'] === true || search['edit'] === 'true' ? true : undefined,
});
