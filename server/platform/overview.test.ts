import { getPlatformOverview } from '@smooth/contract/platform/overview.ts';
import { expect, test } from '../testing/test.ts';
import { countFigures } from './actions/count.ts';

test('the overview adds up businesses, weeks, jobs and schemas, and is for operators and support', async ({
  house,
  platform,
  salon,
}) => {
  const read = async () => (await platform.uma.call(getPlatformOverview)).body;
  expect((await read()).counted_at).toBeNull();
  const [made] = await salon.rows<{ count: number }>(
    "SELECT count(*)::int AS count FROM appointments WHERE created_at >= '2026-07-13T00:00:00Z'",
  );
  expect(await countFigures(house.core, 100)).toBe(house.tenants.size);
  const { businesses, weeks, schemas, failed_jobs, counted_at } = await read();
  expect(businesses).toMatchObject({ total: house.tenants.size, by_status: [{ status: 'active' }] });
  expect(businesses.by_tier.reduce((sum, tier) => sum + tier.count, 0)).toBe(house.tenants.size);
  expect(weeks).toHaveLength(12);
  expect(weeks.at(-1)!.week).toBe('2026-07-13');
  expect(weeks.at(-1)!.appointments).toBeGreaterThanOrEqual(made!.count);
  expect(weeks.at(-1)!.sign_ins).toBeGreaterThan(0);
  expect(schemas).toMatchObject({ ready: 2 * house.tenants.size, failed: 0, behind: 0, failures: [] });
  expect(failed_jobs).toBe(0);
  expect(counted_at).toBe('2026-07-14T08:00:00Z');
  expect(await platform.sam.call(getPlatformOverview)).toBeRefused(403, 'forbidden');
});

test('a schema that could not be migrated is named with its reason, and does not keep the others from being counted', async ({
  house,
  platform,
  salon,
}) => {
  const { id } = salon.tenant();
  await house.rows(
    'public',
    "UPDATE tenant_schemas SET status = 'failed', version = 3, error = 'column is missing' WHERE tenant_id = $1 AND mode = 'live'",
    [id],
  );
  await salon.rows('ALTER TABLE appointments RENAME TO elsewhere');
  const counted = await countFigures(house.core, 100);
  await salon.rows('ALTER TABLE elsewhere RENAME TO appointments');
  const { schemas } = (await platform.root.call(getPlatformOverview)).body;
  await house.rows(
    'public',
    "UPDATE tenant_schemas SET status = 'ready', version = $2, error = NULL WHERE tenant_id = $1",
    [id, schemas.failures[0]?.newest ?? 0],
  );
  expect(counted).toBe(house.tenants.size);
  expect(schemas).toMatchObject({
    failed: 1,
    behind: 1,
    failures: [{ business: { id }, mode: 'live', version: 3, error: 'column is missing' }],
  });
});

test('who has used most of a limit stands first', async ({ house, platform, salon }) => {
  const { id } = salon.tenant();
  await house.rows('public', `UPDATE tenants SET overrides = '{"limits": {"staff": 1}}' WHERE id = $1`, [id]);
  await countFigures(house.core, 100);
  const [first] = (await platform.root.call(getPlatformOverview)).body.near_limits;
  expect(first).toMatchObject({ business: { id, name: 'Salon' }, limit: 'staff', allowed: 1 });
  expect(first!.used).toBeGreaterThan(1);
});
