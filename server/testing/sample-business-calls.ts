import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ground } from './ground.ts';
import type { Sample } from './sample.ts';

/** An archive that is ready, with its file. */
async function anExport({ row, world, data_dir, marker }: Ground): Promise<string> {
  const [owner] = Object.values(world.users);
  const about = {
    tenant_id: world.tenant().id,
    mode: world.mode,
    asked_by: owner,
    status: 'ready',
    bytes: marker.length,
  };
  const id = await row('public.exports', { ...about, created_at: new Date(), expires_at: '2100-01-01T00:00:00Z' });
  mkdirSync(join(data_dir, 'exports'), { recursive: true });
  writeFileSync(join(data_dir, 'exports', `${id}.tar.gz`), marker);
  return id;
}
/** Calls about the business itself, and archives of all of it. */
export const businessCalls: Record<string, Sample> = {
  'GET /api/v1/exports': async (ground) => {
    await anExport(ground);
    return {};
  },
  'POST /api/v1/exports': async ({ world }) => {
    await world.rows('DELETE FROM public.exports WHERE tenant_id = $1', [world.tenant().id]);
    return {};
  },
  'GET /api/v1/exports/:id': async (ground) => ({ params: { id: await anExport(ground) } }),
  'GET /api/v1/exports/:id/archive': async (ground) => ({ params: { id: await anExport(ground) } }),
  'GET /api/v1/overview': () => ({ query: { from: '2027-01-04', to: '2027-01-05' } }),
  'GET /api/v1/business': () => ({}),
  'PATCH /api/v1/business': async ({ world }) => {
    await world.rows('UPDATE public.tenants SET revision = 1 WHERE id = $1', [world.tenant().id]);
    return { body: { revision: 1, phone: '+49 30 1234' } };
  },
};
