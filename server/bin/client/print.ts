import { operationNameOf } from '@smooth/contract/core/operation.ts';
import { answerSchema, componentSchemas, inputSchema } from '../../api/openapi/schemas.ts';
import type { RegisteredRoute } from '../../core/http/route.ts';
import { typeOf } from './types.ts';

/** What a token reaches, and what needs none. */
const isOffered = ({ endpoint: { scope, path } }: RegisteredRoute): boolean =>
  scope !== undefined || path.startsWith('/api/booking/');

interface Printed {
  group: string;
  verb: string;
  /** The method as the interface has it, with its documentation. */
  signature: string;
  /** The line of the table by which the client makes the call. */
  call: string;
}

/** The client's types and its table of calls, as one file, from the routes that the server has. */
export function clientApi(routes: readonly RegisteredRoute[]): string {
  const printed = routes.filter(isOffered).map(operation);
  const groups = Map.groupBy(printed, ({ group }) => group);
  const sorted = [...groups].sort(([one], [other]) => (one < other ? -1 : 1));
  return [
    '// Written by server/bin/client.ts from the contract; not edited by hand.',
    "import type { Call, CallOptions } from './call.ts';",
    ...Object.entries(componentSchemas()).map(([name, schema]) => `export type ${name} = ${typeOf(schema)};`),
    `/** Every operation of the API, as \`smooth.appointments.cancel(id, { revision })\`. */\nexport interface Operations {\n${sorted
      .map(([group, of]) => `  ${group}: {\n${of.map(({ signature }) => signature).join('\n')}\n  };`)
      .join('\n')}\n}`,
    `/** How each is called: method, path, and whether it takes a body or a query. */\nexport const calls: { [Group in keyof Operations]: { [Verb in keyof Operations[Group]]: Call } } = {\n${sorted
      .map(([group, of]) => `  ${group}: {\n${of.map(({ call }) => call).join('\n')}\n  },`)
      .join('\n')}\n};`,
    '',
  ].join('\n\n');
}

function operation({ endpoint }: RegisteredRoute): Printed {
  const { group, verb } = operationNameOf(endpoint);
  const { method, path, summary, body, query, produces } = endpoint;
  const params = [...path.matchAll(/:(\w+)/g)].map(([, name]) => `${name}: string`);
  const takes = body ? 'body' : query ? 'query' : null;
  const schema = body ?? query;
  const optional = schema?.safeParse(body ? undefined : {}).success ? '?' : '';
  const sent = schema ? [`${takes}${optional}: ${typeOf(inputSchema(schema), '    ')}`] : [];
  const args = [...params, ...sent, 'options?: CallOptions'].join(', ');
  return {
    group,
    verb,
    signature: `    /** ${summary}. \`${method} ${path}\` */\n    ${verb}(${args}): Promise<${produces ? 'string' : answer(endpoint)}>;`,
    call: `    ${verb}: { method: '${method}', path: '${path}'${takes ? `, takes: '${takes}'` : ''} },`,
  };
}

function answer({ responses }: RegisteredRoute['endpoint']): string {
  const [status, schema] = Object.entries(responses)[0]!;
  return status === '204' ? 'void' : typeOf(answerSchema(schema), '    ');
}
