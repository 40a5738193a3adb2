import type { Bar } from './model.ts';
import type { Coloring } from './timeline-search.ts';

/** The color of a bar as a CSS value: that of its service, or the meaning of its status. */
export function colorOf(bar: Bar, coloring: Coloring): string {
  if (coloring === 'service') return bar.service?.color ?? 'var(--quiet)';
  return statusColors[bar.of.status] ?? 'var(--quiet)';
}

const statusColors: Record<string, string> = {
  pending_payment: 'var(--amber)',
  pending_approval: 'var(--amber)',
  confirmed: 'var(--accent)',
  checked_in: 'var(--blue)',
  completed: 'var(--green)',
  no_show: 'var(--red)',
  scheduled: 'var(--accent)',
};
