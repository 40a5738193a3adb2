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
  try {
    const tenantIds = await makeTemplate(cluster.url, template);
    project.provide('cluster', { url: cluster.url, template });
    return async () => {
      await dropDatabase(cluster.url, template);
      await dropRoles(cluster.url, tenantIds);
      await cluster.stop();
    };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}

async function makeTemplate(clusterUrl: string, template: string): Promise<string[]> {
  await createDatabase(clusterUrl, template);
  const urls = urlsOf(clusterUrl, template);
  await migratePublic(urls.ownerUrl, urls.loginUrl);
  return fillTemplate(urls.ownerUrl);
}
