/**
 * The versions of the public API by their dates, the oldest first. A token is pinned to one when it is made; the header
 * `Smooth-Version` chooses another for one request. People of the business in the web always have the newest.
 */
export const versions = ['2026-07-01', '2026-12-01'] as const;
export type Version = (typeof versions)[number];
export const newestVersion: Version = versions.at(-1)!;
export const VERSION_HEADER = 'smooth-version';
