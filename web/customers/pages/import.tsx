import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useSpeech } from '../../words/use-speech.tsx';
import { Page } from '../../ui/page.tsx';
import { useImport, usePreview } from '../api-files.ts';
import { ChooseFile, type Chosen } from '../components/import-choose.tsx';
import { ImportProgress } from '../components/import-progress.tsx';
import { ImportReport } from '../components/import-report.tsx';

/** Customers from a table: choose the file, see what it would do row by row, then do it. */
export function ImportPage() {
  const { text } = useSpeech('customers');
  const preview = usePreview();
  const start = useImport();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const look = (file: Chosen) => {
    setChosen(file);
    start.reset();
    preview.mutate(file);
  };
  const again = () => {
    setChosen(null);
    preview.reset();
    start.reset();
  };
  return (
    <Page
      narrow
      title={text('import')}
      about={text('import_about')}
      action={
        <Button component={Link} to="/customers" variant="default">
          {text('back_to_customers')}
        </Button>
      }
    >
      {start.data ? (
        <ImportProgress id={start.data.id} onAgain={again} />
      ) : (
        <>
          <ChooseFile chosen={chosen} isReading={preview.isPending} error={preview.error} onChoose={look} />
          {preview.data && chosen ? (
            <ImportReport
              report={preview.data}
              isStarting={start.isPending}
              error={start.error}
              onStart={() => start.mutate(chosen)}
            />
          ) : null}
        </>
      )}
    </Page>
  );
}
