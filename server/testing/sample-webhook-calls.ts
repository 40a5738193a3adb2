import { idOf } from './cast.ts';
import type { Ground } from './ground.ts';
import type { Sample } from './sample.ts';
import { sealWebhookSecret } from '../webhooks/rules/signature.ts';

/** An address that needs no look-up; nothing is sent to it, since no worker runs. */
const url = 'https://8.8.8.8/hooks';
const revision = 1;

let made = 0;
async function aWebhook({ row, world, marker, key }: Ground): Promise<string> {
  const id = idOf('webhook', marker, String((made += 1)));
  const owner = { tenant_id: world.tenant().id, mode: world.mode, webhook_id: id };
  const secret = sealWebhookSecret(key, owner, Buffer.from(`a secret of ${marker} that is long`));
  // As many as there may be are soon there.
  await world.rows(`DELETE FROM webhooks WHERE description <> $1`, [marker]);
  await world.rows(`DELETE FROM webhooks WHERE id IN (SELECT id FROM webhooks ORDER BY created_at OFFSET 10)`);
  return row('webhooks', { id, url: `${url}?of=${marker}`, description: marker, secret });
}

const anEvent = ({ row, marker }: Ground): Promise<string> =>
  row('events', {
    type: 'appointment.cancelled',
    subject_id: idOf('webhook event', marker),
    payload: JSON.stringify({
      appointment_id: idOf('webhook event', marker),
      status: 'cancelled',
      late: false,
      reason: marker,
    }),
    actor: JSON.stringify({ kind: 'system', id: null, name: marker }),
    occurred_at: '2026-07-14T08:00:00Z',
  });

async function aDelivery(ground: Ground): Promise<{ id: string; delivery_id: string }> {
  const id = await aWebhook(ground);
  const at = '2026-07-14T08:00:00Z';
  const delivery_id = await ground.row('webhook_deliveries', {
    webhook_id: id,
    event_id: await anEvent(ground),
    status: 'failed',
    last_error: ground.marker,
    give_up_at: at,
    created_at: at,
  });
  const request = { url, headers: {}, body: ground.marker };
  const said = { at, duration_ms: 5, succeeded: false, request: JSON.stringify(request), error: 'timeout' };
  await ground.row('webhook_attempts', { webhook_id: id, delivery_id, ...said });
  return { id, delivery_id };
}

const on =
  (body?: (ground: Ground) => Record<string, unknown>): Sample =>
  async (ground) => ({ params: { id: await aWebhook(ground) }, ...(body && { body: body(ground) }) });

export const webhookCalls: Record<string, Sample> = {
  'GET /api/v1/webhooks': async (ground) => {
    await aWebhook(ground);
    return {};
  },
  'GET /api/v1/webhooks/:id': on(),
  'POST /api/v1/webhooks': async (ground) => {
    await aWebhook(ground);
    return { body: { url, description: ground.marker, event_types: ['appointment.booked'] } };
  },
  'PATCH /api/v1/webhooks/:id': on(({ marker }) => ({ revision, description: marker })),
  'DELETE /api/v1/webhooks/:id': on(),
  'GET /api/v1/webhooks/:id/secret': on(),
  'POST /api/v1/webhooks/:id/secret_rotation': on(() => ({ revision, keep_hours: 24 })),
  'GET /api/v1/webhooks/:id/deliveries': async (ground) => ({ params: { id: (await aDelivery(ground)).id } }),
  'GET /api/v1/webhooks/:id/deliveries/:delivery_id': async (ground) => ({ params: await aDelivery(ground) }),
  'POST /api/v1/webhooks/:id/deliveries/:delivery_id/resend': async (ground) => ({ params: await aDelivery(ground) }),
  'POST /api/v1/webhooks/:id/resend': on(() => ({ since: '2026-07-14T00:00:00Z', failed_only: true })),
  'POST /api/v1/webhooks/:id/test': on(),
  'GET /api/v1/events': async (ground) => {
    await anEvent(ground);
    return { query: { type: 'appointment.cancelled' } };
  },
  'GET /api/v1/events/:id': async (ground) => ({ params: { id: await anEvent(ground) } }),
  'GET /api/v1/event_types': () => ({}),
};
