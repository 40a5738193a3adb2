import type { BookingRefusal } from '@smooth/engine/types.ts';

/** One sentence for people about a refused start. */
export function refusalText(code: BookingRefusal, facts: Record<string, unknown>): string {
  if (code === 'policy_notice') return 'That start is too soon. Choose a later one.';
  if (code === 'policy_window') return 'That date cannot be booked yet, or no longer. Choose another one.';
  if (code === 'closed') return 'Nobody is there at that time. Choose another one.';
  if (code === 'capacity') return 'There is not enough room left at that time. Choose another one.';
  if (facts['reason'] === 'off_grid') return 'That start is not on offer. Choose one of the times offered.';
  if (facts['reason'] === 'no_resource') return 'Nobody who could do this is available. Choose another person or room.';
  return 'That time was taken a moment ago. Choose another one.';
}
