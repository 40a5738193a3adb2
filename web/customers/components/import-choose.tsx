import { FileInput, Radio } from '@mantine/core';
import { MOST_IMPORT_BYTES } from '@smooth/contract/customers/imports.ts';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useState } from 'react';
import { isRefusal } from '../../app/refusal.ts';
import { Notice } from '../../ui/notice.tsx';
import { Section, Stack } from '../../ui/page.tsx';
import { base64Of } from '../base64.ts';

export interface Chosen {
  file_name: string;
  base64: string;
  known: 'complete' | 'overwrite';
}

interface ChooseFile {
  chosen: Chosen | null;
  isReading: boolean;
  error: unknown;
  onChoose: (file: Chosen) => void;
}

export function ChooseFile({ chosen, isReading, error, onChoose }: ChooseFile) {
  const [file, setFile] = useState<File | null>(null);
  const [known, setKnown] = useState<Chosen['known']>('complete');
  const isLarge = file !== null && file.size > MOST_IMPORT_BYTES;
  const choose = async (next: File | null) => {
    setFile(next);
    if (!next || next.size > MOST_IMPORT_BYTES) return;
    onChoose({ file_name: next.name.slice(0, 120), base64: base64Of(await next.arrayBuffer()), known });
  };
  const decide = (next: Chosen['known']) => {
    setKnown(next);
    if (chosen) onChoose({ ...chosen, known: next });
  };
  return (
    <Section
      title="File"
      about="The first row names the columns: name, e-mail, phone, tags, notes, language, time zone, and id where your program has one."
    >
      <Stack>
        <FileInput
          label="CSV file, up to 5 MB"
          placeholder="Choose a file"
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          leftSection={<IconFileSpreadsheet size="1.2em" />}
          value={file}
          disabled={isReading}
          error={isLarge ? 'The file is larger than 5 MB. Split it in two.' : undefined}
          onChange={(next) => void choose(next)}
        />
        <Radio.Group label="Customers you have already" value={known} onChange={decide}>
          <Stack>
            <Radio value="complete" label="Fill gaps only" description="What you know stays; empty fields are filled" />
            <Radio value="overwrite" label="Replace with the file" description="An empty cell takes nothing away" />
          </Stack>
        </Radio.Group>
        {error ? (
          <Notice tone="red" title={isRefusal(error) ? error.problem.title : 'The file could not be read'}>
            {isRefusal(error) ? error.problem.detail : 'Nothing was changed. Try again.'}
          </Notice>
        ) : null}
      </Stack>
    </Section>
  );
}
