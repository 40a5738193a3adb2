import { HOUR } from '@smooth/engine/instant.ts';
import type { Instant } from '@smooth/engine/types.ts';

const LASTS = 48 * HOUR;

/** A request waits for 48 hours or until its start, whichever is first. */
export const approvalUntil = (now: Instant, start: Instant): Instant => Math.min(now + LASTS, start);
