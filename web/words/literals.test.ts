import { expect, test } from 'vitest';
import { literalWords } from './literals.testing.ts';

const sources = import.meta.glob<string>('../**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true });
const places = Object.entries(sources)
  .map(([path, source]) => [path.replace(/^(\.\.\/)/, '').replace(/^\.\//, 'words/'), source] as const)
  .filter(([path]) => !/node_modules|\.(test|testing)\.tsx?$|\/words\/|^words\//.test(path));

test('what people read stands in dictionaries and not in the code', () => {
  expect(places.length).toBeGreaterThan(50);
  const found = places.flatMap(([path, source]) =>
    literalWords(path, source).map(({ line, text }) => `web/${path}:${line} ${text}`),
  );
  expect(found).toEqual([]);
});

test.each([
  ['<p>Hello there</p>', 'Hello there'],
  ['<p>{open ? "Open" : "Closed"}</p>', 'Open'],
  ['<Field label="Name" />', 'Name'],
  ['<Field aria-label={`Remove ${name}`} />', 'Remove …'],
  ['tell("Customer saved.")', 'Customer saved.'],
  ['const until = `until ${day} at the latest`', 'until … at the latest'],
  ['const column = { title: "Name" }', 'Name'],
])('a literal is found in %s', (code, text) => {
  expect(literalWords('a.tsx', code).map((found) => found.text)).toContain(text);
});

test.each([
  '<p className="soft">{text("saved")}</p>',
  'throw new Error("Nobody reads this but us")',
  'const kind = { title: "front_title", to: "/customers" }',
  '<img alt="" src="/favicon.svg" />',
])('nothing is found in %s', (code) => {
  expect(literalWords('a.tsx', code)).toEqual([]);
});
