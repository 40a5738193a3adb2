import * as contract from '@smooth/contract/webhooks/deliveries.ts';
import { parseInstant } from '@smooth/engine/instant.ts';
import { fieldRefusal, found } from '../../core/errors.ts';
import type { Routes } from '../../core/http/route.ts';
import { ask } from '../../core/tenant/tenant.ts';
import { resendMany, resendOne, sendTest } from '../actions/resend.ts';
import '../policy.ts';
import { presentAttempt, presentDelivery } from '../present/webhooks.ts';
import { attemptsOf, deliveriesFound, deliveryById, deliveryList } from '../queries/deliveries.ts';
import { storedWebhook } from '../queries/webhooks.ts';

export function deliveryRoutes({ read, write }: Routes): void {
  read(contract.listDeliveries, { may: 'webhook.read' }, async ({ tenant, params, query }) => {
    // The newest event first.
    const place = deliveryList.at({ ...query, ...params, order: '-event' });
    found((await ask(tenant, storedWebhook(params.id)))[0]);
    const rows = await ask(tenant, deliveriesFound({ ...query, webhook_id: params.id }, place));
    return place.page(rows, presentDelivery);
  });
  read(contract.getDelivery, { may: 'webhook.read' }, async ({ tenant, params: { id, delivery_id } }) => {
    const row = found((await ask(tenant, deliveryById(id, delivery_id)))[0]);
    return { ...presentDelivery(row), log: (await ask(tenant, attemptsOf(delivery_id))).map(presentAttempt) };
  });
  write(contract.resendDelivery, { may: 'webhook.edit' }, async ({ tx, params, actor }) =>
    presentDelivery(await resendOne(tx, params, actor)),
  );
  write(contract.resendDeliveries, { may: 'webhook.edit' }, async ({ tx, params, body, tenant, actor }) => {
    const since = parseInstant(body.since)!;
    const until = body.until === undefined ? tenant.now + 1 : parseInstant(body.until)!;
    if (until <= since) throw fieldRefusal('/body/until', 'Choose an end after the beginning');
    const range = { webhook_id: params.id, since, until, failed_only: body.failed_only };
    return { resent: await resendMany(tx, range, actor) };
  });
  write(contract.testWebhook, { may: 'webhook.edit' }, async ({ tx, params, actor }) =>
    presentDelivery(await sendTest(tx, params.id, actor)),
  );
}
