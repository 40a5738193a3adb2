import { HOUR, MINUTE } from '@smooth/engine/instant.ts';
import type { Proposal } from './drag.ts';
import type { Row } from './model.ts';

export interface Focus {
  row: string;
  bar: string;
}

/** The bar that an arrow leads to: in time within the row, across rows to the one nearest in time. */
export function focusAfter(rows: readonly Row[], { row, bar }: Focus, key: string): Focus | null {
  const at = rows.findIndex(({ resource }) => resource.id === row);
  const bars = inOrder(rows[at]);
  const index = bars.findIndex((one) => one.id === bar);
  const within = (next: number) => (bars[next] ? { row, bar: bars[next].id } : null);
  if (key === 'ArrowRight') return within(index + 1);
  if (key === 'ArrowLeft') return index > 0 ? within(index - 1) : null;
  if (key === 'Home') return within(0);
  if (key === 'End') return within(bars.length - 1);
  const step = key === 'ArrowDown' ? 1 : -1;
  const from = bars[index]?.start ?? 0;
  for (let next = at + step; ; next += step) {
    const other = rows[next];
    if (!other) return null;
    const nearest = inOrder(other).toSorted((a, b) => Math.abs(a.start - from) - Math.abs(b.start - from))[0];
    if (nearest) return { row: other.resource.id, bar: nearest.id };
  }
}

/** The first bar that can be reached by Tab: the next one from now, or else the first. */
export function entryOf(rows: readonly Row[], now: number): Focus | null {
  for (const row of rows) {
    const bars = inOrder(row);
    const bar = bars.find(({ end }) => end > now) ?? bars[0];
    if (bar) return { row: row.resource.id, bar: bar.id };
  }
  return null;
}

const inOrder = (row: Row | undefined) => (row?.bars.map(({ bar }) => bar) ?? []).toSorted((a, b) => a.start - b.start);

export interface Stride {
  snapMinutes: number;
  /** Rows from top to bottom. */
  rows: readonly string[];
}

/** What an arrow makes of a proposal; null for keys that mean nothing here. Shift goes by hours, Page keys by days. */
export function proposalAfter(
  proposal: Proposal,
  { key, shiftKey }: { key: string; shiftKey: boolean },
  { snapMinutes, rows }: Stride,
): Proposal | null {
  const by = shiftKey ? HOUR : snapMinutes * MINUTE;
  const isMove = proposal.grip === 'bar' || proposal.grip === 'card';
  const shifted = (time: number) => ({ ...proposal, start: proposal.start + time, end: proposal.end + time });
  const lasting = (time: number) => ({
    ...proposal,
    end: Math.max(proposal.start + snapMinutes * MINUTE, proposal.end + time),
  });
  if (key === 'ArrowRight') return isMove ? shifted(by) : lasting(by);
  if (key === 'ArrowLeft') return isMove ? shifted(-by) : lasting(-by);
  if (key === 'PageDown' && isMove) return shifted(24 * HOUR);
  if (key === 'PageUp' && isMove) return shifted(-24 * HOUR);
  if ((key === 'ArrowDown' || key === 'ArrowUp') && proposal.grip !== 'end') {
    const at = rows.indexOf(proposal.row ?? '');
    const next = rows[key === 'ArrowDown' ? at + 1 : Math.max(at - 1, 0)];
    return { ...proposal, row: next ?? proposal.row };
  }
  return null;
}
