import { meQuery, visitedBusinessQuery } from '../identity/api.ts';
import { queries } from './queries.ts';
import { isRefusal } from './refusal.ts';

export type Where = 'business' | 'platform' | 'front';

/** The signed-in person says it; without one the address does: the console, a business, or the bare front page. */
export async function discover(): Promise<Where> {
  if (location.hostname.startsWith('platform.')) return 'platform';
  const me = await orNull(queries.fetchQuery(meQuery), 401, 404);
  if (me) return me.tenant ? 'business' : 'platform';
  return (await orNull(queries.fetchQuery(visitedBusinessQuery), 404)) ? 'business' : 'front';
}

async function orNull<Found>(asked: Promise<Found>, ...statuses: number[]): Promise<Found | null> {
  try {
    return await asked;
  } catch (error) {
    if (isRefusal(error) && statuses.includes(error.status)) return null;
    throw error;
  }
}
