import { readMigrations } from '../../core/db/migrations.ts';
import { migrateAll } from '../../tenancy/actions/prepare.ts';
import { publicVersion, schemaStates } from '../../tenancy/queries.ts';
import type { Command } from './operator.ts';
import { table } from './table.ts';

export const migrate: Command = {
  usage: 'migrate',
  summary: 'Bring the shared schema and every schema of a business up to date',
  options: {},
  async run({ urls, say }) {
    const { failed } = await migrateAll(urls, say);
    if (failed === 0) return say('Everything is up to date.');
    say(`${failed} schemas failed; the others are up to date. See: status`);
    return 1;
  },
};

export const status: Command = {
  usage: 'status',
  summary: 'Show which migration the shared schema and each schema of a business has',
  options: {},
  async run({ owner, say }) {
    const version = await publicVersion(owner);
    const newest = { public: readMigrations('public').length, tenant: readMigrations('tenant').length };
    const shared = [
      'public',
      '',
      `${version ?? 0} of ${newest.public}`,
      (version ?? 0) < newest.public ? 'behind' : 'ready',
      '',
    ];
    const states = version === null ? [] : await schemaStates(owner);
    const rows = states.map((state) => [
      state.schema_name,
      state.mode,
      `${state.version} of ${newest.tenant}`,
      state.status === 'ready' && state.version < newest.tenant ? 'behind' : state.status,
      state.error ?? '',
    ]);
    say(table(['Schema', 'Mode', 'Version', 'Status', 'Error'], [shared, ...rows]));
    return [shared, ...rows].every((row) => row[3] === 'ready') ? 0 : 1;
  },
};
