import { asRefused } from './problem.ts';

const MOST_TRIES = 3;

/** Does a piece of work again that failed because of others who did something at the same time, three times at most. */
export async function tryAgain<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (tries === MOST_TRIES || asRefused(error).code !== 'conflict') throw error;
    }
  }
}
