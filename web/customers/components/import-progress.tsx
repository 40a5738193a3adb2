import { Button, Progress } from '@mantine/core';
import type { CustomerImport } from '@smooth/contract/customers/imports.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useSpeech } from '../../words/use-speech.tsx';
import { useFormat } from '../../app/format-context.tsx';
import { Fact, Facts } from '../../ui/facts.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Buttons, Section, Stack } from '../../ui/page.tsx';
import { FactsSkeleton } from '../../ui/skeletons.tsx';
import { importQuery } from '../api-files.ts';
import { Problems } from './import-report.tsx';

/** How far the import is; it goes on when this page is left. */
export function ImportProgress({ id, onAgain }: { id: string; onAgain: () => void }) {
  const { text } = useSpeech('customers');
  const progress = useQuery(importQuery(id));
  return (
    <Section title={text('import_title')}>
      <Loaded query={progress} skeleton={<FactsSkeleton />}>
        {(state) => <State state={state} onAgain={onAgain} />}
      </Loaded>
    </Section>
  );
}

function State({ state, onAgain }: { state: CustomerImport; onAgain: () => void }) {
  const { text, count } = useSpeech('customers');
  const format = useFormat();
  const { status, done, total } = state;
  const isOver = status === 'done' || status === 'failed';
  const told = count('rows_done', total, { done: format.count(done), file: state.file_name });
  return (
    <Stack>
      {status === 'failed' ? (
        <Notice tone="red" title={text('import_failed')}>
          {text('import_failed_text')}
        </Notice>
      ) : null}
      {status === 'done' ? <Notice tone="green" title={text('import_done')} /> : null}
      <Progress value={total === 0 ? 0 : (done / total) * 100} aria-label={text('progress')} animated={!isOver} />
      <p className="soft tabular" aria-live="polite">
        {isOver ? told : text('goes_on', { told })}
      </p>
      <Facts>
        <Fact name={text('rows_added')}>{format.count(state.added)}</Fact>
        <Fact name={text('rows_changed')}>{format.count(state.changed)}</Fact>
        <Fact name={text('rows_unchanged')}>{format.count(state.unchanged)}</Fact>
        <Fact name={text('rows_refused')}>{format.count(state.refused)}</Fact>
      </Facts>
      {isOver ? <Problems problems={state.problems} refused={state.refused} /> : null}
      {isOver ? (
        <Buttons>
          <Button component={Link} to="/customers">
            {text('show_customers')}
          </Button>
          <Button variant="default" onClick={onAgain}>
            {text('import_another')}
          </Button>
        </Buttons>
      ) : null}
    </Stack>
  );
}
