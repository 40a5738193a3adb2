import type pg from 'pg';
import { Refused } from '../../core/errors.ts';

/** Stops every write of a business; its data stays and can be read. Felt by running processes within a second. */
export const suspendTenant = (owner: pg.ClientBase, subdomain: string) =>
  setStatus(owner, { subdomain, from: 'active', to: 'suspended' });

export const resumeTenant = (owner: pg.ClientBase, subdomain: string) =>
  setStatus(owner, { subdomain, from: 'suspended', to: 'active' });

interface Change {
  subdomain: string;
  from: string;
  to: string;
}

/** Answers the name of the business; one that has the status already is left as it is. */
async function setStatus(owner: pg.ClientBase, { subdomain, from, to }: Change): Promise<string> {
  const { rows } = await owner.query<{ name: string }>(
    `UPDATE public.tenants SET status = $1, revision = revision + 1, updated_at = now()
     WHERE subdomain = $2 AND status = $3 RETURNING name`,
    [to, subdomain, from],
  );
  if (rows[0]) return rows[0].name;
  const known = await owner.query<{ name: string; status: string }>(
    'SELECT name, status FROM public.tenants WHERE subdomain = $1',
    [subdomain],
  );
  const [tenant] = known.rows;
  if (!tenant) throw new Refused('not_found', { detail: `There is no business at the address ${subdomain}` });
  if (tenant.status === to) return tenant.name;
  throw new Refused('wrong_status', { detail: `${tenant.name} is ${tenant.status} and cannot become ${to}` });
}
