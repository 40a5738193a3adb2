import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** The secret of the installation that seals manage links; made once, kept in the database beside what it seals. */
export async function installationSecret(ownerUrl: string): Promise<string> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query(
      "INSERT INTO public.installation (key, value) VALUES ('manage_secret', $1) ON CONFLICT DO NOTHING",
      [randomBytes(32).toString('base64url')],
    );
    const { rows } = await owner.query<{ value: string }>(
      "SELECT value FROM public.installation WHERE key = 'manage_secret'",
    );
    return rows[0]!.value;
  } finally {
    await owner.end();
  }
}
