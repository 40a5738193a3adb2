import { damaged } from './tar.ts';

/** The lines of a file, each of which is one row. */
export function linesIn(content: Buffer): string[] {
  const lines = content.toString('utf8').split('\n');
  if (lines.pop() !== '') throw damaged('a file does not end with its last line');
  return lines;
}

/** A row has exactly the columns of its table: nothing is left out in silence, and nothing else gets in. */
export function demandColumns(line: string, columns: readonly string[], file: string): Record<string, unknown> {
  const row = rowIn(line, file);
  const names = Object.keys(row);
  const unknown = names.find((name) => !columns.includes(name));
  if (unknown !== undefined) throw damaged(`there is no column ${JSON.stringify(unknown.slice(0, 80))} for ${file}`);
  const missing = columns.find((name) => !Object.hasOwn(row, name));
  if (missing !== undefined) throw damaged(`a row of ${file} lacks ${missing}`);
  return row;
}

function rowIn(line: string, file: string): Record<string, unknown> {
  let row: unknown;
  try {
    row = JSON.parse(line);
  } catch {
    throw damaged(`a row of ${file} is no JSON`);
  }
  if (typeof row !== 'object' || row === null || Array.isArray(row)) throw damaged(`a row of ${file} is no object`);
  return row as Record<string, unknown>;
}
