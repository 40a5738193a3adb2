import { randomBytes } from 'node:crypto';
import type { TestProject } from 'vitest/node';
import { migratePublic } from '../tenancy/actions/migrate.ts';
import { fillTemplate } from './cast.ts';
import { createDatabase, dropDatabase, dropRoles, startCluster, urlsOf } from './cluster.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    cluster: { url: string; template: string };
  }
}

/**
 * Once for all integration tests: a cluster, and in it a migrated template with the whole cast, which each test file
 * copies. Roles belong to the cluster, so the copies share the tenants' roles and ids.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startCluster();
  const template = `smooth_test_${randomBytes(4).toString('hex')}`;
  await createDatabase(cluster.url, template);
  const urls = urlsOf(cluster.url, template);
  await migratePublic(urls.ownerUrl, urls.loginUrl);
  const tenantIds = await fillTemplate(urls.ownerUrl);
  project.provide('cluster', { url: cluster.url, template });
  return async () => {
    await dropDatabase(cluster.url, template);
    await dropRoles(cluster.url, tenantIds);
    await cluster.stop();
  };
}
