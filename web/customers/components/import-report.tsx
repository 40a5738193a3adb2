import { Button } from '@mantine/core';
import type { ImportPreview, RowProblem } from '@smooth/contract/customers/imports.ts';
import { useFormat } from '../../app/format-context.tsx';
import { isRefusal } from '../../app/refusal.ts';
import { Fact, Facts } from '../../ui/facts.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Buttons, Section, Stack } from '../../ui/page.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { encodings, fieldNames, rowsText } from '../import-words.ts';

interface ImportReport {
  report: ImportPreview;
  isStarting: boolean;
  error: unknown;
  onStart: () => void;
}

/** What the file would do; nothing has been changed yet. */
export function ImportReport({ report, isStarting, error, onStart }: ImportReport) {
  const format = useFormat();
  const { missing, total, added, changed, unchanged, refused } = report;
  const taken = total - refused;
  const unknown = report.columns.filter(({ field }) => field === null).map(({ heading }) => heading);
  return (
    <Section title="What would happen" about="Nothing has been changed yet.">
      <Stack>
        {missing.length > 0 ? (
          <Notice tone="red" title="A column is missing">
            Name one of the columns “name” in the first row of the file, then choose it again.
          </Notice>
        ) : null}
        <Facts>
          <Fact name="Rows">{format.count(total)}</Fact>
          <Fact name="Added">{format.count(added)}</Fact>
          <Fact name="Changed">{format.count(changed)}</Fact>
          <Fact name="Known already">{format.count(unchanged)}</Fact>
          <Fact name="Left out">{format.count(refused)}</Fact>
          <Fact name="Columns">
            {report.columns.flatMap(({ field }) => (field ? fieldNames[field] : [])).join(', ')}
          </Fact>
          {unknown.length > 0 ? <Fact name="Not imported">{unknown.join(', ')}</Fact> : null}
          <Fact name="Encoding">{encodings[report.encoding]}</Fact>
        </Facts>
        <Problems problems={report.problems} refused={refused} />
        {error ? (
          <Notice tone="red" title={isRefusal(error) ? error.problem.title : 'That did not work'}>
            {isRefusal(error) ? error.problem.detail : 'Nothing was changed. Try again.'}
          </Notice>
        ) : null}
        <Buttons>
          <Button disabled={taken === 0} loading={isStarting} onClick={onStart}>
            {taken === 0 ? 'Nothing to import' : `Import ${rowsText(taken, format.count)}`}
          </Button>
        </Buttons>
      </Stack>
    </Section>
  );
}

/** Row by row what is wrong, as the spreadsheet counts. */
export function Problems({ problems, refused }: { problems: RowProblem[]; refused: number }) {
  const format = useFormat();
  if (problems.length === 0) return null;
  const shown = problems.slice(0, 200);
  return (
    <Stack>
      <Notice tone="amber" title={`${rowsText(refused, format.count)} left out`}>
        Mend them in the file and import it again; the others are not added twice.
      </Notice>
      <Table
        label="Problems by row"
        columns={columns}
        rows={shown}
        keyOf={({ row, column, problem }) => `${row} ${column} ${problem}`}
      />
      {shown.length < problems.length ? <p className="soft">Only the first {shown.length} are shown.</p> : null}
    </Stack>
  );
}

const columns: Column<RowProblem>[] = [
  { name: 'Row', number: true, cell: ({ row }) => row },
  { name: 'Column', cell: ({ column }) => column },
  { name: 'Problem', cell: ({ problem }) => problem },
];
