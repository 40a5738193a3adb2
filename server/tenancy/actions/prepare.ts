import pg from 'pg';
import { migratePublic, migrateTenants } from './migrate.ts';

export interface Urls {
  ownerUrl: string;
  loginUrl: string;
}

/** Brings the whole installation up to date; `report` hears of anything that took part. */
export async function migrateAll(
  { ownerUrl, loginUrl }: Urls,
  report: (line: string) => void,
): Promise<{ failed: number }> {
  for (const name of await migratePublic(ownerUrl, loginUrl)) report(`Shared schema: ${name}`);
  const { migrated, failed } = await migrateTenants({
    ownerUrl,
    progress: (done, of, schema, error) => {
      if (error) report(`Schema ${schema} failed: ${error}`);
      else if (done % 100 === 0 || done === of) report(`Schemas of businesses: ${done} of ${of}`);
    },
  });
  if (migrated > 0) report(`${migrated} schemas of businesses are up to date`);
  return { failed };
}

export async function hasTenants(ownerUrl: string): Promise<boolean> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const { rowCount } = await owner.query('SELECT FROM public.tenants LIMIT 1');
    return rowCount !== 0;
  } finally {
    await owner.end();
  }
}
