/** The mode of this tab. Sent with every request, so that a tab never writes into the other mode by accident. */
export type Mode = 'live' | 'sandbox';

export const tabMode = (): Mode => 'live';
