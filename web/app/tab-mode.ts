/** The mode of this tab. Sent with every request, so that a tab never writes into the other mode by accident. */
export type Mode = 'live' | 'sandbox';

let mode: Mode | null = null;

/** Null until the server has said which mode the session is in. */
export const tabMode = (): Mode | null => mode;

/** Keeps the first answer: a switch is felt by loading the page anew. */
export function learnMode(told: Mode): void {
  mode ??= told;
}

/** Whoever signs in next may be somebody else. */
export function forgetMode(): void {
  mode = null;
}

const SWITCHED = 'smooth-switched';

// Heard in the other tabs only.
globalThis.addEventListener?.('storage', ({ key }) => {
  if (key === SWITCHED) location.assign('/');
});

/** Begins anew in the other mode, here and in every other tab of this business: nothing of the one is found in the other. */
export function beginAnew(): void {
  localStorage.setItem(SWITCHED, String(Date.now()));
  location.assign('/');
}
