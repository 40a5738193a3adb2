import { readMigrations } from '../../server/core/db/migrations.ts';
import { asOwner } from '../../server/testing/cluster.ts';
import { aside, atMost, median, type Metric, quantile } from '../figures.ts';
import { manyTenants } from '../many.ts';

/** Both schemas and roles of a new business, ready to use, on an installation that grows to a thousand of them. */
export const tenantsCreate: Metric = {
  name: 'tenants.create',
  async measure(run) {
    const { ground, milliseconds } = await manyTenants(run);
    const floor = await bareSchemas(ground.ownerUrl, run.quick ? 10 : 30);
    const newest = milliseconds.slice(-milliseconds.length / 5);
    const sorted = [...milliseconds].sort((a, b) => a - b);
    return [
      atMost('tenants.create', 150, { value: median(milliseconds), unit: 'ms', floor }),
      aside('tenants.create.p95', { value: quantile(sorted, 0.95), unit: 'ms' }),
      aside('tenants.create.newest', { value: median(newest), unit: 'ms' }),
    ];
  },
};

/** Two schemas with as many tables, each with nothing but a key, in one transaction. */
const bareSchemas = (ownerUrl: string, rounds: number): Promise<number> =>
  asOwner(ownerUrl, async (owner) => {
    const tables = readMigrations('tenant').flatMap(({ sql }) => sql.match(/^CREATE TABLE/gm) ?? []).length;
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const began = performance.now();
      const schema = (mode: string) =>
        `CREATE SCHEMA bare_${round}_${mode};` +
        Array.from(
          { length: tables },
          (_, nr) => `CREATE TABLE bare_${round}_${mode}.t${nr} (id uuid PRIMARY KEY)`,
        ).join(';');
      await owner.query(`BEGIN; ${schema('live')}; ${schema('sandbox')}; COMMIT`);
      times.push(performance.now() - began);
    }
    return median(times);
  });
