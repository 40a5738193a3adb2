import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Happening } from '../../audit/actions/write.ts';
import { audit } from '../../audit/actions/write.ts';
import { exportTenant } from '../../archive/actions/export.ts';
import { importTenant } from '../../archive/actions/import.ts';
import { onConnection } from '../../core/db/kysely.ts';
import { installationKey } from '../../core/key.ts';
import { Refused } from '../../core/errors.ts';
import type { PublicTables } from '../../schema/public-tables.ts';
import { migratePublic } from '../../tenancy/actions/migrate.ts';
import { allTenants, publicVersion } from '../../tenancy/queries.ts';
import { type Command, Misused, type Operator } from './operator.ts';

export const exportCommand: Command = {
  usage: 'tenant export',
  summary: 'Write all that a business has into one file, which another installation can import',
  options: {
    subdomain: { about: 'its address below the base domain', required: true },
    file: { about: 'the archive to write, such as corner.tar.gz', required: true },
  },
  async run(operator, { subdomain = '', file = '' }) {
    const { owner, say } = operator;
    const path = resolve(file);
    if (existsSync(path)) throw new Misused(`There is a file ${path} already. Name another one.`);
    const known = (await publicVersion(owner)) === null ? [] : await allTenants(owner);
    const tenant = known.find((one) => one.subdomain === subdomain);
    if (!tenant) throw new Refused('not_found', { detail: `There is no business at the address ${subdomain}` });
    const manifest = await exportTenant({
      owner,
      tenantId: tenant.id,
      file: path,
      now: Date.now(),
      credentials: 'password_hashes',
      progress: progressOf('Exported', say),
    });
    await writeDown(operator, tenant.id, {
      action: 'DATA_EXPORTED',
      detail: { what: 'business', by: 'command line', rows: rowsIn(manifest.rows) },
    });
    say(`${tenant.name} is in ${path}: ${rowsIn(manifest.rows)} rows.`);
    say('The archive holds personal data and hashes of passwords. Keep it where only you can read it.');
  },
};

export const importCommand: Command = {
  usage: 'tenant import',
  summary: 'Make a business of an archive: all of it, or nothing',
  options: {
    file: { about: 'the archive that tenant export or an owner has made', required: true },
    subdomain: { about: 'another address than it had' },
    tier: { about: 'another plan than it had: FREE, STARTER, PROFESSIONAL or ENTERPRISE' },
  },
  async run(operator, { file = '', subdomain, tier }) {
    const { owner, urls, say } = operator;
    await migratePublic(urls.ownerUrl, urls.loginUrl);
    const { name, manifest, ...imported } = await importTenant({
      owner,
      file: resolve(file),
      subdomain,
      tier,
      progress: progressOf('Imported', say),
      within: (id, { tenant }) =>
        writeDown(operator, id, { action: 'TENANT_IMPORTED', detail: { name: tenant.name, archived_id: tenant.id } }),
    });
    say(
      `${name} is at the address ${imported.subdomain}: ${rowsIn(manifest.rows)} rows, plan ${tier ?? manifest.tenant.tier}.`,
    );
    if (manifest.credentials === 'none')
      say('The archive has no passwords: people ask for a new one when they sign in.');
    if (imported.lost_domains.length > 0)
      say(`Left out, as they belong to another business here: ${imported.lost_domains.join(', ')}.`);
  },
};

const rowsIn = (rows: Record<string, number>): number => Object.values(rows).reduce((sum, count) => sum + count, 0);

/** A line for each tenth of the way. */
function progressOf(verb: string, say: Operator['say']): (done: number, of: number) => void {
  let told = 0;
  return (done, of) => {
    const tenth = of === 0 ? 10 : Math.floor((done / of) * 10);
    if (tenth > told) say(`${verb} ${done} of ${of} rows`);
    told = Math.max(told, tenth);
  };
}

const writeDown = ({ owner, config }: Operator, tenant_id: string, happening: Happening): Promise<void> =>
  audit(
    { key: installationKey(config) },
    onConnection<PublicTables>(owner),
    {
      at: Date.now(),
      tenant_id,
      mode: null,
      actor: { id: null, email: null },
      acting_as: null,
      ip_address: null,
      session_key: null,
    },
    happening,
  );
