import { errorCatalogue, type ErrorCode, type FieldError } from '@smooth/contract/core/errors.ts';
import type { Problem } from '@smooth/contract/core/endpoint.ts';
import type { z } from 'zod';
import { Refused } from '../errors.ts';

/** The problem document of an error (RFC 9457). What nobody expected is `internal`, and says nothing of its inside. */
export function problemOf(error: unknown, requestId: string): Problem {
  const refused = asRefused(error);
  const { status, title } = errorCatalogue[refused.code];
  const { detail, language: _language, ...rest } = refused.details;
  return {
    type: `https://smoothschedule.org/errors/${refused.code}`,
    title,
    status,
    code: refused.code,
    detail: detail ?? `${title}.`,
    request_id: requestId,
    ...rest,
  };
}

/** What a token has to do with a refusal, for clients that read headers (RFC 6750 §3). */
export function challengeOf({ code, status, details }: Refused, url: string): string | null {
  if (!url.startsWith('/api/v1/')) return null;
  const scope = details.facts?.['scope'];
  if (code === 'missing_scope')
    return `Bearer realm="SmoothSchedule", error="insufficient_scope", scope="${String(scope)}"`;
  if (status !== 401) return null;
  return code.startsWith('token_')
    ? 'Bearer realm="SmoothSchedule", error="invalid_token"'
    : 'Bearer realm="SmoothSchedule"';
}

/** Some text with whatever looks like a token cut short, for what is written down. */
export const withoutTokens = (text: string): string => text.replaceAll(/(ss_(?:live|test)_)[0-9A-Za-z]+/g, '$1…');

export function asRefused(error: unknown): Refused {
  if (error instanceof Refused) return error;
  if (!(error instanceof Error)) return new Refused('internal');
  if (unstorable.has((error as { code?: string }).code ?? '')) return new Refused('malformed_request', unstorableText);
  if ((error as { code?: string }).code === 'FST_ERR_BAD_URL') return new Refused('malformed_request', badAddress);
  const code = ofFastify(error) ?? ofDatabase(error);
  return new Refused(
    code ?? 'internal',
    code === 'malformed_request' ? { detail: 'The body is not JSON.', errors: [bodyError] } : {},
  );
}

const bodyError: FieldError = { pointer: '/body', code: 'invalid_json', detail: 'Send a JSON document' };

const badAddress = {
  detail: 'The address is not well formed.',
  errors: [{ pointer: '/path', code: 'invalid_format', detail: 'Write every % as %25' }],
};

/** Text that JSON can carry and PostgreSQL cannot keep: U+0000 and halves of surrogate pairs. */
const unstorable = new Set(['22021', '22P02', '22P05']);
const unstorableText = {
  detail: 'Some text has a character that cannot be stored.',
  errors: [{ pointer: '', code: 'invalid_text', detail: 'Leave out U+0000 and broken characters' }],
};

const fastifyCodes: Record<string, ErrorCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed_request',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed_request',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed_request',
  FST_ERR_MAX_PARAM_LENGTH: 'not_found',
};

function ofFastify(error: Error & { code?: string; statusCode?: number }): ErrorCode | undefined {
  if (error.code && fastifyCodes[error.code]) return fastifyCodes[error.code];
  return error instanceof SyntaxError && error.statusCode === 400 ? 'malformed_request' : undefined;
}

const databaseCodes: Record<string, ErrorCode> = {
  '23P01': 'slot_unavailable',
  '23505': 'duplicate',
  '23503': 'in_use',
  '40001': 'conflict',
  '40P01': 'conflict',
  '55P03': 'conflict',
  '57014': 'unavailable',
  '53300': 'unavailable',
};
const away =
  /ECONNREFUSED|ECONNRESET|EPIPE|Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/;

function ofDatabase(error: Error & { code?: string }): ErrorCode | undefined {
  if (error.code && databaseCodes[error.code]) return databaseCodes[error.code];
  if (error.code?.startsWith('57P') || error.code?.startsWith('08')) return 'unavailable';
  const causes = error instanceof AggregateError ? error.errors.map(String).join() : '';
  return away.test(`${error.code} ${error.message} ${causes}`) ? 'unavailable' : undefined;
}

/** One entry per field that zod found wanting, as JSON pointers under `/body`, `/query` or `/params`. */
export function fieldErrors(error: z.ZodError, part: 'body' | 'query' | 'params'): FieldError[] {
  return error.issues.slice(0, 20).flatMap((issue) => {
    const at = (path: readonly PropertyKey[]) =>
      ['', part, ...path.map((step) => String(step).replaceAll('~', '~0').replaceAll('/', '~1'))].join('/');
    if (issue.code !== 'unrecognized_keys')
      return [{ pointer: at(issue.path), code: issue.code, detail: issue.message }];
    return issue.keys.map((key) => ({
      pointer: at([...issue.path, key]),
      code: 'unknown_field',
      detail: 'This field is not known',
    }));
  });
}
