import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSpeech } from '../words/use-speech.tsx';
import classes from './table.module.css';

export interface Column<Row> {
  name: string;
  cell: (row: Row) => ReactNode;
  number?: boolean;
  /** On phones, where the header is gone, the cell says its name: in a line of its own, or before what it says. */
  named?: boolean | 'inline';
}

interface Table<Row> {
  label: string;
  columns: Column<Row>[];
  rows: Row[];
  keyOf: (row: Row) => string;
  openKey?: string | undefined;
  more?: { onMore: () => void; loading: boolean } | undefined;
}

/** Rows of 40 px under a header that stays. The first column is the name and the link; see `rowLink`. */
export function Table<Row>({ label, columns, rows, keyOf, openKey, more }: Table<Row>) {
  return (
    <div>
      <div className={classes.wrap}>
        <table className={classes.table} aria-label={label}>
          <thead>
            <tr>
              {columns.map(({ name, number }) => (
                <th key={name} scope="col" className={number ? classes.number : undefined}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={keyOf(row)} data-open={keyOf(row) === openKey}>
                {columns.map((column) => (
                  <Cell key={column.name} row={row} column={column} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more ? <More {...more} /> : null}
    </div>
  );
}

function Cell<Row>({ row, column }: { row: Row; column: Column<Row> }) {
  const content = column.cell(row);
  const empty = content === null || content === undefined || content === '';
  return (
    <td
      className={column.number ? classes.number : undefined}
      data-dash={empty}
      data-name={column.named ? column.name : undefined}
      data-inline={column.named === 'inline' || undefined}
    >
      {empty ? '–' : content}
    </td>
  );
}

export function More({ onMore, loading }: { onMore: () => void; loading: boolean }) {
  const { text } = useSpeech('ui');
  return (
    <div className={classes.more}>
      <Button variant="default" onClick={onMore} loading={loading}>
        {text('show_more')}
      </Button>
    </div>
  );
}

/** The class of the link in the first column: it covers the whole row. */
export const rowLink = classes.strong;
/** The class of another link or button within a row. */
export const aboveRow = classes.above;
