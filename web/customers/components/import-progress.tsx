import { Button, Progress } from '@mantine/core';
import type { CustomerImport } from '@smooth/contract/customers/imports.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
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
  const progress = useQuery(importQuery(id));
  return (
    <Section title="Import">
      <Loaded query={progress} skeleton={<FactsSkeleton />}>
        {(state) => <State state={state} onAgain={onAgain} />}
      </Loaded>
    </Section>
  );
}

function State({ state, onAgain }: { state: CustomerImport; onAgain: () => void }) {
  const format = useFormat();
  const { status, done, total } = state;
  const isOver = status === 'done' || status === 'failed';
  const told = `${format.count(done)} of ${format.count(total)} rows of ${state.file_name}`;
  return (
    <Stack>
      {status === 'failed' ? (
        <Notice tone="red" title="The import stopped">
          What is counted below was imported. Choose the file again; nobody is added twice.
        </Notice>
      ) : null}
      {status === 'done' ? <Notice tone="green" title="The file is imported" /> : null}
      <Progress value={total === 0 ? 0 : (done / total) * 100} aria-label="Progress" animated={!isOver} />
      <p className="soft tabular" aria-live="polite">
        {isOver ? told : `${told}. You can leave this page; it goes on.`}
      </p>
      <Facts>
        <Fact name="Added">{format.count(state.added)}</Fact>
        <Fact name="Changed">{format.count(state.changed)}</Fact>
        <Fact name="Known already">{format.count(state.unchanged)}</Fact>
        <Fact name="Left out">{format.count(state.refused)}</Fact>
      </Facts>
      {isOver ? <Problems problems={state.problems} refused={state.refused} /> : null}
      {isOver ? (
        <Buttons>
          <Button component={Link} to="/customers">
            Show customers
          </Button>
          <Button variant="default" onClick={onAgain}>
            Import another file
          </Button>
        </Buttons>
      ) : null}
    </Stack>
  );
}
