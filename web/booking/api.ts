import type {
  BookedAppointment,
  BookingBusiness,
  BookingService,
  bookAppointment,
  bookingAvailability,
  bookingHold,
  managedReschedule,
} from '@smooth/contract/booking/booking.ts';
import type { AnswerOf, CallOf, Problem } from '@smooth/contract/core/endpoint.ts';
import type { Availability } from '@smooth/contract/scheduling/availability.ts';

/** A call that brought no answer of success. Without a problem nothing answered: the connection is gone. */
export class CallFailed extends Error {
  readonly problem: Problem | null;
  readonly retryAfterSeconds: number | null;

  constructor(problem: Problem | null, retryAfterSeconds: number | null = null) {
    super(problem?.title ?? 'No connection');
    this.problem = problem;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

export type BookBody = NonNullable<CallOf<typeof bookAppointment>['body']>;
export type AvailabilityQuery = NonNullable<CallOf<typeof bookingAvailability>['query']>;

interface Call {
  method?: 'GET' | 'POST' | 'DELETE';
  path: string;
  query?: Record<string, string | undefined>;
  body?: unknown;
  key?: string;
}

/** Every request of the booking page, in one mode. */
export function createApi({ isSandbox }: { isSandbox: boolean }) {
  const mode = { isSandbox };
  const ask = <Answer>(call: Call) => send<Answer>(call, mode.isSandbox);
  const managed = (token: string) => `/api/booking/appointments/${encodeURIComponent(token)}`;
  return {
    business: () => ask<BookingBusiness>({ path: '/api/booking/business' }),
    services: async () => (await ask<{ data: BookingService[] }>({ path: '/api/booking/services' })).data,
    availability: async (query: AvailabilityQuery) =>
      (await ask<Availability>({ path: '/api/booking/availability', query })).data,
    hold: (body: NonNullable<CallOf<typeof bookingHold>['body']>) =>
      ask<AnswerOf<typeof bookingHold>>({ method: 'POST', path: '/api/booking/holds', body, key: crypto.randomUUID() }),
    release: (id: string) => ask<undefined>({ method: 'DELETE', path: `/api/booking/holds/${id}` }),
    /** Asks again under the same key while nothing answers, so that nobody books twice. */
    book: (body: BookBody, key: string) =>
      persist(() =>
        ask<AnswerOf<typeof bookAppointment>>({ method: 'POST', path: '/api/booking/appointments', body, key }),
      ),
    /** The link knows its own mode; where the address does not say it, the page follows the link. */
    managed: async (token: string) => {
      try {
        return await ask<BookedAppointment>({ path: managed(token) });
      } catch (error) {
        if (!(error instanceof CallFailed) || error.problem?.code !== 'mode_conflict') throw error;
        mode.isSandbox = !mode.isSandbox;
        return ask<BookedAppointment>({ path: managed(token) });
      }
    },
    cancel: (token: string, reason: string) =>
      ask<BookedAppointment>({
        method: 'POST',
        path: `${managed(token)}/cancellation`,
        body: reason ? { reason } : {},
        key: crypto.randomUUID(),
      }),
    move: (token: string, body: NonNullable<CallOf<typeof managedReschedule>['body']>) =>
      ask<BookedAppointment>({
        method: 'POST',
        path: `${managed(token)}/reschedule`,
        body,
        key: crypto.randomUUID(),
      }),
    calendarPath: (token: string) => `${managed(token)}/calendar.ics`,
  };
}
export type Api = ReturnType<typeof createApi>;

async function send<Answer>(
  { method = 'GET', path, query = {}, body, key }: Call,
  isSandbox: boolean,
): Promise<Answer> {
  const wanted = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined);
  const search = wanted.length > 0 ? `?${new URLSearchParams(wanted)}` : '';
  const response = await fetch(path + search, {
    method,
    headers: {
      Accept: 'application/json',
      'X-Sandbox-Mode': String(isSandbox),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(key ? { 'Idempotency-Key': key } : {}),
    },
    body: body === undefined ? null : JSON.stringify(body),
    signal: AbortSignal.timeout(20_000),
  }).catch(() => {
    throw new CallFailed(null);
  });
  if (!response.ok) throw await refusalIn(response);
  return (response.status === 204 ? undefined : await response.json()) as Answer;
}

/** Also what answers in front of the server, such as a proxy, becomes a problem. */
async function refusalIn(response: Response): Promise<CallFailed> {
  const problem = (await response.json().catch(() => null)) as Problem | null;
  const fallback = {
    type: 'about:blank',
    title: response.statusText,
    status: response.status,
    code: response.status === 429 ? 'rate_limited' : response.status === 404 ? 'not_found' : 'internal',
    detail: '',
    request_id: response.headers.get('Request-Id') ?? '',
  };
  const seconds = Number(response.headers.get('Retry-After'));
  return new CallFailed(problem?.code ? problem : fallback, seconds > 0 ? seconds : null);
}

async function persist<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (const pause of [400, 1200, 2500]) {
    try {
      return await ask();
    } catch (error) {
      const isUnclear = error instanceof CallFailed && (!error.problem || error.problem.code === 'request_in_progress');
      if (!isUnclear) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return ask();
}
