import { setTimeout as sleep } from 'node:timers/promises';
import { asRefused } from './problem.ts';

const MOST_TRIES = 4;
const LONGEST_PAUSE_MS = 40;

/**
 * Does a piece of work again that failed because of others who did something at the same time. From the second time on it
 * waits a little, as long as chance wants, so that the same ones do not meet again.
 */
export async function tryAgain<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (tries === MOST_TRIES || asRefused(error).code !== 'conflict') throw error;
      if (tries > 1) await sleep(Math.random() * LONGEST_PAUSE_MS * tries);
    }
  }
}
