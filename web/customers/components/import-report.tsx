import { Button } from '@mantine/core';
import type { ImportPreview, RowProblem } from '@smooth/contract/customers/imports.ts';
import { useSpeech, type SpeechOf } from '../../words/use-speech.tsx';
import { useFormat } from '../../app/format-context.tsx';
import { isRefusal } from '../../app/refusal.ts';
import { Fact, Facts } from '../../ui/facts.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Buttons, Section, Stack } from '../../ui/page.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { encodingName, fieldNames, problemText } from '../import-words.ts';

interface ImportReport {
  report: ImportPreview;
  isStarting: boolean;
  error: unknown;
  onStart: () => void;
}

/** What the file would do; nothing has been changed yet. */
export function ImportReport({ report, isStarting, error, onStart }: ImportReport) {
  const format = useFormat();
  const speech = useSpeech('customers');
  const { text } = speech;
  const { missing, total, added, changed, unchanged, refused } = report;
  const taken = total - refused;
  const unknown = report.columns.filter(({ field }) => field === null).map(({ heading }) => heading);
  return (
    <Section title={text('report')} about={text('report_about')}>
      <Stack>
        {missing.length > 0 ? (
          <Notice tone="red" title={text('column_missing')}>
            {text('column_missing_text')}
          </Notice>
        ) : null}
        <Facts>
          <Fact name={text('rows')}>{format.count(total)}</Fact>
          <Fact name={text('rows_added')}>{format.count(added)}</Fact>
          <Fact name={text('rows_changed')}>{format.count(changed)}</Fact>
          <Fact name={text('rows_unchanged')}>{format.count(unchanged)}</Fact>
          <Fact name={text('rows_refused')}>{format.count(refused)}</Fact>
          <Fact name={text('columns')}>
            {report.columns.flatMap(({ field }) => (field ? text(fieldNames[field]) : [])).join(', ')}
          </Fact>
          {unknown.length > 0 ? <Fact name={text('not_imported')}>{unknown.join(', ')}</Fact> : null}
          <Fact name={text('encoding')}>{encodingName(report.encoding, speech)}</Fact>
        </Facts>
        <Problems problems={report.problems} refused={refused} />
        {error ? (
          <Notice tone="red" title={isRefusal(error) ? error.problem.title : text('not_done')}>
            {isRefusal(error) ? error.problem.detail : text('not_done_text')}
          </Notice>
        ) : null}
        <Buttons>
          <Button disabled={taken === 0} loading={isStarting} onClick={onStart}>
            {taken === 0 ? text('import_nothing') : speech.count('import_rows', taken)}
          </Button>
        </Buttons>
      </Stack>
    </Section>
  );
}

/** Row by row what is wrong, as the spreadsheet counts. */
export function Problems({ problems, refused }: { problems: RowProblem[]; refused: number }) {
  const speech = useSpeech('customers');
  const { text } = speech;
  if (problems.length === 0) return null;
  const shown = problems.slice(0, 200);
  return (
    <Stack>
      <Notice tone="amber" title={speech.count('left_out', refused)}>
        {text('left_out_text')}
      </Notice>
      <Table
        label={text('problems')}
        columns={columns(speech)}
        rows={shown}
        keyOf={({ row, column, problem }) => `${row} ${column} ${problem}`}
      />
      {shown.length < problems.length ? (
        <p className="soft">{text('problems_first', { count: shown.length })}</p>
      ) : null}
    </Stack>
  );
}

const columns = (speech: SpeechOf<'customers'>): Column<RowProblem>[] => [
  { name: speech.text('row'), number: true, cell: ({ row }) => row },
  { name: speech.text('column'), cell: ({ column }) => column },
  { name: speech.text('problem'), cell: (problem) => problemText(problem, speech) },
];
