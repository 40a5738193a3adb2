import type { Figure } from './figures.ts';

const HEAD = ['metric', 'value', 'goal', 'floor', 'ratio', 'holds'];

/** The figures for people. */
export function table(figures: readonly Figure[]): string {
  const rows = [HEAD, ...figures.map(cells)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const lines = rows.map((row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join('   '),
  );
  return `${lines.join('\n')}\n`;
}

function cells({ name, value, unit, goal, floor, ratio, holds }: Figure): string[] {
  const amount = (number: number | null) => (number === null ? '' : `${number} ${unit}`);
  const verdict = holds === null ? '' : holds ? 'yes' : 'no';
  return [name, amount(value), amount(goal), amount(floor), ratio === null ? '' : String(ratio), verdict];
}
