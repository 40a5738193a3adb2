import type { Ground } from './ground.ts';
import type { Sample } from './sample.ts';
import { tokenIn } from './tokens.ts';

/** A test token that a manager of the business made, so that owners and managers may do all with it. */
async function aToken({ world }: Ground): Promise<string> {
  const business = `~${world.host.split('.')[0]}~`;
  const { id: tenantId } = world.tenant();
  const [manager] = await world.rows<{ id: string }>(
    "SELECT id FROM public.users WHERE tenant_id = $1 AND role = 'TENANT_MANAGER'",
    [tenantId],
  );
  const about = { name: `Sync ${business}`, mode: 'sandbox', created_by: manager!.id } as const;
  const { id } = await tokenIn(world, about);
  await world.rows(
    `INSERT INTO public.api_requests (id, tenant_id, token_id, request_id, occurred_at, method, path, status, duration_ms, ip_address)
     VALUES (gen_random_uuid(), $1, $2, gen_random_uuid(), now(), 'GET', $3, 200, 1.5, '127.0.0.1')`,
    [tenantId, id, `/api/v1/services?q=${business}`],
  );
  return id;
}

const named: Sample = async (ground) => ({ params: { id: await aToken(ground) } });

/** Tokens are shared by both modes, so what stands in them is of the business and not of the mode. */
export const tokenCalls: Record<string, Sample> = {
  'GET /api/v1/tokens': async (ground) => {
    await aToken(ground);
    return {};
  },
  'GET /api/v1/tokens/:id': named,
  'POST /api/v1/tokens': () => ({ body: { name: 'Sync', mode: 'sandbox', scopes: ['services:read'] } }),
  'GET /api/v1/tokens/:id/secret': named,
  'PATCH /api/v1/tokens/:id': async (ground) => ({
    params: { id: await aToken(ground) },
    body: { revision: 1, name: 'Night sync' },
  }),
  'POST /api/v1/tokens/:id/revocation': named,
  'GET /api/v1/token_requests': async (ground) => {
    await aToken(ground);
    return {};
  },
};
