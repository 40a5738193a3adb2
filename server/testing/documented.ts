import type { LightMyRequestResponse } from 'fastify';
import { codesOf } from '../api/openapi/operation.ts';
import type { RegisteredRoute } from '../core/http/route.ts';

/** What is wrong with an answer by the document of the API: a status, a code or a field that it does not name. */
export function undocumented(route: RegisteredRoute, response: LightMyRequestResponse): string | undefined {
  const { endpoint } = route;
  if (!/^\/api\/(v1|booking)\//.test(endpoint.path)) return undefined;
  const [status, schema] = Object.entries(endpoint.responses)[0]!;
  const { statusCode } = response;
  if (statusCode >= 400) {
    const { code } = response.json<{ code: string }>();
    return (codesOf(route) as string[]).includes(code) ? undefined : `refuses with ${statusCode} ${code}`;
  }
  if (statusCode !== Number(status)) return `answers ${statusCode} instead of ${status}`;
  if (endpoint.produces || statusCode === 204) return undefined;
  const body: unknown = response.json();
  const parsed = schema.safeParse(body);
  if (!parsed.success) return `answers what its schema refuses: ${parsed.error.message}`;
  // Parsing strips what the contract does not name: what is left over was not documented.
  return JSON.stringify(parsed.data) === JSON.stringify(body) ? undefined : 'answers fields that it does not name';
}
