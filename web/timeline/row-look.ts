import type { Tongue } from './tongue.ts';
import type { Axis } from './axis.ts';
import type { Coloring } from './timeline-search.ts';

/** How rows are drawn, the same for all of them. */
export interface RowLook {
  axis: Axis;
  coloring: Coloring;
  format: Tongue;
  /** Whole days as cells, where single bars would be too narrow to read. */
  isCells: boolean;
  /** The widths that are drawn. */
  left: number;
  right: number;
  names: number;
}
