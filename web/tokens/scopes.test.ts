import { expect, test } from 'vitest';
import { grouped, readingScopes, scopeRows, withScope } from './scopes.ts';

test('what can only be read has nothing to write', () => {
  expect(scopeRows.find(({ resource }) => resource === 'availability')).toEqual({
    resource: 'availability',
    read: 'availability:read',
    write: null,
  });
  expect(readingScopes).toHaveLength(scopeRows.length);
});

test('a scope is added in the order of the matrix, and taken away', () => {
  expect(withScope(['services:read'], 'appointments:write', true)).toEqual(['appointments:write', 'services:read']);
  expect(withScope(['appointments:write', 'services:read'], 'services:read', false)).toEqual(['appointments:write']);
});

test('scopes are told by resource', () => {
  expect(grouped(['services:read', 'appointments:write', 'appointments:read'])).toEqual([
    { resource: 'appointments', read: true, write: true },
    { resource: 'services', read: true, write: false },
  ]);
});
