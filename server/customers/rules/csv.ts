export const separators = [',', ';', '\t', '|'] as const;
export type Separator = (typeof separators)[number];

export interface CsvRow {
  /** As a spreadsheet counts; the headings are row 1. */
  row: number;
  cells: string[];
}

/** The rows of a table as text (RFC 4180, and what spreadsheets make of it). Empty rows are left out, and counted. */
export function csvRows(text: string): { separator: Separator; rows: CsvRow[]; isOpen: boolean } {
  const separator = separatorOf(text);
  const { rows, isOpen } = split(text.replace(/^\ufeff/, ''), separator);
  const numbered = rows.map((cells, index) => ({ row: index + 1, cells: cells.map(asText) }));
  return { separator, rows: numbered.filter(({ cells }) => cells.some((cell) => cell !== '')), isOpen };
}

/** The one that the headings have most of. */
function separatorOf(text: string): Separator {
  const end = text.search(/[\r\n]/);
  const headings = (end < 0 ? text : text.slice(0, end)).slice(0, 5000);
  const count = (separator: string) => headings.split(separator).length;
  return separators.reduce((best, separator) => (count(separator) > count(best) ? separator : best));
}

function split(text: string, separator: Separator): { rows: string[][]; isOpen: boolean } {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const { value, end, isOpen } = text[at] === '"' ? quoted(text, at, separator) : bare(text, at, separator);
    row.push(value);
    if (isOpen) return { rows: [...rows, row], isOpen };
    at = end + 1;
    if (text[end] === separator) continue;
    rows.push(row);
    row = [];
    if (text[end] === '\r' && text[at] === '\n') at += 1;
  }
  return { rows, isOpen: false };
}

interface Cell {
  value: string;
  /** Where the separator, the end of the line or of the text stands. */
  end: number;
  isOpen?: boolean;
}

function bare(text: string, start: number, separator: Separator): Cell {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return { value: text.slice(start, end), end };
}

function quoted(text: string, start: number, separator: Separator): Cell {
  const parts: string[] = [];
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return { value: parts.join('') + text.slice(from), end: text.length, isOpen: true };
    parts.push(text.slice(from, quote));
    if (text[quote + 1] !== '"') {
      const rest = bare(text, quote + 1, separator);
      return { value: parts.join('') + rest.value, end: rest.end };
    }
    parts.push('"');
    from = quote + 2;
  }
}

const FORMULA = /^[=+\-@\t\r]/;
/** What begins like a formula was given an apostrophe on its way out; without it, it is the text it was. */
const asText = (cell: string): string => {
  const trimmed = cell.trim();
  return trimmed.startsWith("'") && FORMULA.test(trimmed.slice(1)) ? trimmed.slice(1) : trimmed;
};

/** A table as a spreadsheet reads it, where no cell is run as a formula. */
export const csvText = (rows: readonly (readonly (string | number | null)[])[]): string =>
  `\ufeff${rows.map((row) => row.map(cellText).join(',')).join('\r\n')}\r\n`;

function cellText(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",;\r\n\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
