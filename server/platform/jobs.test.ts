import { listJobs, retryJobs } from '@smooth/contract/platform/jobs.ts';
import { startBackground } from '../testing/post-office.ts';
import { expect, test } from '../testing/test.ts';

test('before the first worker there are no jobs', async ({ platform }) => {
  expect((await platform.root.call(listJobs)).body).toEqual({ data: [], next_cursor: null });
  expect((await platform.root.call(retryJobs, { body: { ids: ['1'] } })).body).toEqual({ retried: 0 });
});

test(
  'failed jobs are shown with their business and their reason, and tried again',
  { timeout: 60_000 },
  async ({ house, platform }) => {
    const background = await startBackground(house);
    await background.stop();
    const { id: tenant_id } = house.tenants.get('salon')!;
    const run = () =>
      house.rows(
        'public',
        "SELECT graphile_worker.add_job('reaction', json_build_object('tenant_id', $1::text, 'mode', 'live'))",
        [tenant_id],
      );
    await run();
    await run();
    await house.rows(
      'public',
      `UPDATE graphile_worker._private_jobs SET attempts = max_attempts, last_error = 'no route to host'
     WHERE id = (SELECT max(id) FROM graphile_worker._private_jobs)`,
    );
    const failed = (await platform.uma.call(listJobs, { query: { state: 'failed' } })).body.data;
    expect(failed).toMatchObject([
      {
        name: 'reaction',
        state: 'failed',
        tenant: { id: tenant_id, name: 'Salon' },
        error: 'no route to host',
        next_at: null,
      },
    ]);
    const ids = failed.map(({ id }) => id);
    expect(await platform.uma.call(retryJobs, { body: { ids } })).toBeRefused(403, 'forbidden');
    expect((await platform.petra.call(retryJobs, { body: { ids } })).body).toEqual({ retried: 1 });
    expect((await platform.petra.call(listJobs, { query: { state: 'failed' } })).body.data).toEqual([]);
    const first = await platform.petra.call(listJobs, { query: { limit: 1 } });
    const second = await platform.petra.call(listJobs, { query: { limit: 1, cursor: first.body.next_cursor! } });
    expect([first.body.data[0]!.state, second.body.data[0]!.state]).toEqual(['retrying', 'queued']);
  },
);
