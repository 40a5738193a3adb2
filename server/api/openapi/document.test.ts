import { createConfig, lintFromString } from '@redocly/openapi-core';
import type { Endpoint } from '@smooth/contract/core/endpoint.ts';
import { z } from 'zod';
import { expect, test } from '../../testing/test.ts';
import { openApiOf } from './document.ts';

interface Content {
  content?: Record<string, { example?: unknown }>;
}
interface Operation {
  operationId: string;
  parameters: { name?: string; required?: boolean; example?: unknown }[];
  requestBody?: Content;
  responses: Record<string, Content>;
}

const operationOf = (document: ReturnType<typeof openApiOf>, { path, method }: Endpoint) =>
  document.paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()] as Operation | undefined;

test('every operation has examples, and each is accepted by the contract it stands beside', ({ house }) => {
  const document = openApiOf(house.routes);
  const wrong: string[] = [];
  let operations = 0;
  for (const { endpoint } of house.routes) {
    const operation = operationOf(document, endpoint);
    if (!operation) continue;
    operations += 1;
    const [status, schema] = Object.entries(endpoint.responses)[0]!;
    const sent = operation.requestBody?.content?.['application/json'];
    const answered = operation.responses[status]!.content?.['application/json'];
    const examples = [
      ...(endpoint.body ? [{ what: 'body', schema: endpoint.body, example: sent?.example }] : []),
      ...(answered ? [{ what: 'answer', schema, example: answered.example }] : []),
    ];
    for (const { what, schema: takes, example } of examples) {
      const result = takes.safeParse(example);
      if (!result.success)
        wrong.push(`${operation.operationId} ${what}: ${z.prettifyError(result.error)} in ${JSON.stringify(example)}`);
    }
    // An optional one with an example would be sent by whoever tries the operation.
    if (operation.parameters.some(({ required, example }) => (required === true) !== (example !== undefined)))
      wrong.push(`${operation.operationId} has examples of other parameters than those it needs`);
  }
  expect(wrong).toEqual([]);
  expect(operations).toBeGreaterThan(90);
});

test('every operation has a name of its own, and the console has none', ({ house }) => {
  const document = openApiOf(house.routes);
  const ids = Object.values(document.paths).flatMap((path) =>
    Object.values(path).map((one) => (one as Operation).operationId),
  );
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toContain('appointments.cancel');
  expect(Object.keys(document.paths).filter((path) => path.startsWith('/api/platform'))).toEqual([]);
});

test('the document lints without errors and without warnings', async ({ house }) => {
  const config = await createConfig({ extends: ['recommended'] });
  const found = await lintFromString({ source: JSON.stringify(openApiOf(house.routes)), config });
  expect(found.map(({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer}`)).toEqual([]);
});
