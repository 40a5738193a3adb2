import * as contract from '@smooth/contract/webhooks/webhooks.ts';
import { formatInstant } from '@smooth/engine/instant.ts';
import type { Core } from '../../core/core.ts';
import { judge, notAllowedText } from '../../core/egress/destination.ts';
import { fieldRefusal, found } from '../../core/errors.ts';
import type { Routes } from '../../core/http/route.ts';
import { ask, type Tenant } from '../../core/tenant/tenant.ts';
import { changeWebhook, createWebhook, deleteWebhook, rotateSecret } from '../actions/change.ts';
import '../policy.ts';
import { presentWebhook } from '../present/webhooks.ts';
import { allWebhooks, storedWebhook, type StoredWebhook, webhookById } from '../queries/webhooks.ts';
import { openWebhookSecret, secretText } from '../rules/signature.ts';

export function webhookRoutes({ read, write }: Routes, core: Core): void {
  const demandOpen = async ({ body }: { body: { url?: string | undefined } }) => {
    if (body.url === undefined) return;
    const judged = await judge(core.config, body.url);
    if (!judged.ok) throw fieldRefusal('/body/url', notAllowedText[judged.code], judged.code);
  };
  read(contract.listWebhooks, { may: 'webhook.read' }, async ({ tenant, actor }) => ({
    data: (await ask(tenant, allWebhooks(tenant.now))).map((row) => presentWebhook(row, actor)),
  }));
  read(contract.getWebhook, { may: 'webhook.read' }, async ({ tenant, params, actor }) =>
    presentWebhook(found((await ask(tenant, webhookById(params.id, tenant.now)))[0]), actor),
  );
  write(
    contract.createWebhook,
    { may: 'webhook.edit' },
    async ({ tx, body, actor }) => presentWebhook(await createWebhook(tx, body, { key: core.key, actor }), actor),
    demandOpen,
  );
  write(
    contract.changeWebhook,
    { may: 'webhook.edit' },
    async ({ tx, params, body, actor }) =>
      presentWebhook(await changeWebhook(tx, { ...body, id: params.id }, actor), actor),
    demandOpen,
  );
  write(contract.deleteWebhook, { may: 'webhook.edit' }, async ({ tx, params, actor }) => {
    await deleteWebhook(tx, params.id, actor);
    return undefined;
  });
  read(contract.getWebhookSecret, { may: 'webhook.edit' }, async ({ tenant, params }) =>
    secretsOf(core, tenant, found((await ask(tenant, storedWebhook(params.id)))[0])),
  );
  write(contract.rotateWebhookSecret, { may: 'webhook.edit' }, async ({ tx, tenant, params, body, actor }) =>
    secretsOf(core, tenant, await rotateSecret(tx, { ...body, id: params.id }, { key: core.key, actor })),
  );
}

function secretsOf({ key }: Core, tenant: Tenant, { id, secret, previous_secret, previous_until }: StoredWebhook) {
  const owner = { tenant_id: tenant.id, mode: tenant.mode, webhook_id: id };
  const text = (sealed: Buffer) => {
    const opened = openWebhookSecret(key, owner, sealed);
    return opened && secretText(opened);
  };
  const isBoth = previous_secret !== null && previous_until !== null && previous_until > tenant.now;
  return {
    secret: text(secret),
    previous_secret: isBoth ? text(previous_secret) : null,
    previous_until: isBoth ? formatInstant(previous_until) : null,
  };
}
