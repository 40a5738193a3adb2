import { createUser, type NewUser, refuseUnfitUser } from '../../identity/actions/create-user.ts';
import { createTenantWith } from '../../tenancy/actions/create.ts';
import { migratePublic } from '../../tenancy/actions/migrate.ts';
import { resumeTenant, suspendTenant } from '../../tenancy/actions/suspend.ts';
import { allTenants, publicVersion } from '../../tenancy/queries.ts';
import { type Command, type Given, Misused, type Operator } from './operator.ts';
import { passwordFor } from './password.ts';
import { table } from './table.ts';

export const createTenant: Command = {
  usage: 'tenant create',
  summary: 'Make a business with its live and its sandbox schema, ready to use',
  options: {
    name: { about: 'the name of the business', required: true },
    subdomain: { about: 'its address below the base domain', required: true },
    'time-zone': { about: 'such as Europe/Berlin', required: true },
    currency: { about: 'such as EUR', required: true },
    locale: { about: 'en, es, fr or de (en)' },
    tier: { about: 'FREE, STARTER, PROFESSIONAL or ENTERPRISE (FREE)' },
    'owner-email': { about: 'make an owner who signs in with this address' },
    'owner-name': { about: 'how the owner is called' },
  },
  async run(operator, given) {
    // Asked for and judged before anything is made, so that giving up leaves nothing behind.
    const owner = await ownerOf(given);
    if (owner) refuseUnfitUser(owner);
    await migratePublic(operator.urls.ownerUrl, operator.urls.loginUrl);
    const { name = '', subdomain = '', currency = '', locale, tier } = given;
    const time_zone = given['time-zone'] ?? '';
    const id = await createTenantWith(operator.owner, {
      name,
      subdomain,
      time_zone,
      currency,
      ...(locale && { locale }),
      ...(tier && { tier }),
    });
    operator.say(`${name} is ready at the address ${subdomain}.`);
    if (!owner) return;
    await createUser(operator.owner, { ...owner, tenant_id: id });
    operator.say(`${owner.name} can sign in there as ${owner.email}.`);
  },
};

async function ownerOf({ 'owner-email': email, 'owner-name': name }: Given): Promise<NewUser | null> {
  if (!email && !name) return null;
  if (!email || !name) throw new Misused('An owner needs both --owner-email and --owner-name.');
  return { email, name, role: 'TENANT_OWNER', password: await passwordFor(email) };
}

export const listTenants: Command = {
  usage: 'tenant list',
  summary: 'Show every business',
  options: {},
  async run({ owner, say }) {
    if ((await publicVersion(owner)) === null) return notMigrated(say);
    const tenants = await allTenants(owner);
    if (tenants.length === 0) return say('There is no business yet. Make one with: tenant create');
    const rows = tenants.map((one) => [one.subdomain, one.name, one.status, one.tier, one.time_zone, one.currency]);
    say(table(['Address', 'Name', 'Status', 'Tier', 'Time zone', 'Currency'], rows));
    return undefined;
  },
};

const notMigrated = (say: Operator['say']): number => {
  say('The shared schema was never made here. Make it with: migrate');
  return 1;
};

export const suspend: Command = {
  usage: 'tenant suspend <subdomain>',
  summary: 'Stop every write of a business; its data stays',
  options: {},
  operands: ['subdomain'],
  async run({ owner, say }, { subdomain = '' }) {
    say(`${await suspendTenant(owner, subdomain)} is suspended: it can be read and not be written to.`);
  },
};

export const resume: Command = {
  usage: 'tenant resume <subdomain>',
  summary: 'Let a suspended business work again',
  options: {},
  operands: ['subdomain'],
  async run({ owner, say }, { subdomain = '' }) {
    say(`${await resumeTenant(owner, subdomain)} is active.`);
  },
};
