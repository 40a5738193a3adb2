import { type Actor, visitor } from '../core/actor.ts';
import type { Filling } from './filling.ts';

/** Who stands at the desk: the manager of the business. */
export const deskOf = ({ world, people }: Filling): Actor => ({
  ...visitor,
  kind: 'user',
  id: people['manager'] ?? null,
  name: world.business.manager,
  role: 'TENANT_MANAGER',
});
