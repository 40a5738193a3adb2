import { readMigrations } from '../../server/core/db/migrations.ts';
import { migrateTenants } from '../../server/tenancy/actions/migrate.ts';
import { asOwner } from '../../server/testing/cluster.ts';
import { aside, atMost, type Metric } from '../figures.ts';
import { manyTenants } from '../many.ts';

/** One small migration over a thousand businesses: two thousand schemas, each in a transaction with its status. */
export const tenantsMigrate: Metric = {
  name: 'tenants.migrate',
  async measure(run) {
    const { ground, businesses } = await manyTenants(run);
    const known = readMigrations('tenant');
    const sql = 'ALTER TABLE customers ADD COLUMN bench_note text';
    const added = { version: known.length + 1, name: `${known.length + 1}_bench_note`, sql, checksum: 'bench' };
    const began = performance.now();
    const { migrated, failed } = await migrateTenants({ ownerUrl: ground.ownerUrl, migrations: [...known, added] });
    const seconds = (performance.now() - began) / 1000;
    if (failed > 0 || migrated !== businesses.length * 2) throw new Error(`${migrated} migrated, ${failed} failed`);
    const schemas = businesses.flatMap(({ scope: { schema } }) => [schema, `${schema}_sandbox`]);
    const floor = await alterOnly(ground.ownerUrl, schemas);
    return [
      atMost('tenants.migrate', 60, { value: seconds, unit: 's', floor }),
      aside('tenants.migrate.each', { value: (seconds * 1000) / migrated, unit: 'ms' }),
    ];
  },
};

/** The bare statement in each schema, on one connection, a transaction each. */
const alterOnly = (ownerUrl: string, schemas: string[]): Promise<number> =>
  asOwner(ownerUrl, async (owner) => {
    const began = performance.now();
    for (const schema of schemas) await owner.query(`ALTER TABLE "${schema}".customers ADD COLUMN bench_floor text`);
    return (performance.now() - began) / 1000;
  });
