import { createUser } from '../../identity/actions/create-user.ts';
import { migratePublic } from '../../tenancy/actions/migrate.ts';
import type { Command } from './operator.ts';
import { passwordFor } from './password.ts';

export const createSuperuser: Command = {
  usage: 'superuser create',
  summary: 'Make an account that operates the whole platform',
  options: {
    email: { about: 'the address to sign in with', required: true },
    name: { about: 'how the person is called', required: true },
  },
  async run({ urls, owner, say }, { email = '', name = '' }) {
    const password = await passwordFor(email);
    await migratePublic(urls.ownerUrl, urls.loginUrl);
    await createUser(owner, { email, name, role: 'SUPERUSER', password });
    say(`${name} can sign in at the platform as ${email}.`);
  },
};
