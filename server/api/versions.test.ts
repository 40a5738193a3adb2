import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getService, listServices } from '@smooth/contract/scheduling/services.ts';
import { newestVersion, versions } from '@smooth/contract/core/versions.ts';
import { expect, test } from 'vitest';
import { versioningOf } from '../core/http/versions.ts';
import { versionChanges } from './versions.ts';

test('versions are dates in order, and every change belongs to one and is told to people', () => {
  expect([...versions].sort()).toEqual([...versions]);
  for (const version of versions) expect(version).toMatch(/^\d{4}-\d\d-\d\d$/);
  const order = versionChanges.map(({ since }) => since);
  expect([...order].sort()).toEqual(order);
  const guide = readFileSync(join(import.meta.dirname, '../../docs/api/versions.md'), 'utf8');
  for (const { since, what } of versionChanges) {
    expect(versions.slice(1)).toContain(since);
    expect(guide).toContain(`| \`${since}\` | ${what} |`);
  }
});

test('who is behind passes all steps: requests from the oldest, answers from the newest', () => {
  const step = (since: string, name: string) => ({
    since: since as (typeof versions)[number],
    what: name,
    endpoints: [listServices],
    request: (sent: { query: unknown; body: unknown }) => ({ ...sent, body: `${String(sent.body)} ${name}` }),
    answer: (body: string) => `${body} ${name}`,
  });
  const versioning = versioningOf([step('2026-08-01', 'one'), step('2026-12-01', 'two')]);
  const sent = { query: {}, body: 'sent' };
  expect(versioning.understood(listServices, '2026-07-01', sent).body).toBe('sent one two');
  expect(versioning.told(listServices, '2026-07-01', 'told')).toBe('told two one');
  for (const version of [newestVersion, null]) {
    expect(versioning.understood(listServices, version, sent)).toBe(sent);
    expect(versioning.told(listServices, version, 'told')).toBe('told');
  }
  expect(versioning.told(getService, '2026-07-01', 'told')).toBe('told');
});
