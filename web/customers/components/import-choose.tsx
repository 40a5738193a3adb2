import { FileInput, Radio } from '@mantine/core';
import { MOST_IMPORT_BYTES } from '@smooth/contract/customers/imports.ts';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useState } from 'react';
import { useSpeech } from '../../words/use-speech.tsx';
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
  const { text } = useSpeech('customers');
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
    <Section title={text('file')} about={text('file_about')}>
      <Stack>
        <FileInput
          label={text('file_label')}
          placeholder={text('file_choose')}
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          leftSection={<IconFileSpreadsheet size="1.2em" />}
          value={file}
          disabled={isReading}
          error={isLarge ? text('file_large') : undefined}
          onChange={(next) => void choose(next)}
        />
        <Radio.Group label={text('known')} value={known} onChange={decide}>
          <Stack>
            <Radio value="complete" label={text('known_complete')} description={text('known_complete_about')} />
            <Radio value="overwrite" label={text('known_overwrite')} description={text('known_overwrite_about')} />
          </Stack>
        </Radio.Group>
        {error ? (
          <Notice tone="red" title={isRefusal(error) ? error.problem.title : text('file_unread')}>
            {isRefusal(error) ? error.problem.detail : text('not_done_text')}
          </Notice>
        ) : null}
      </Stack>
    </Section>
  );
}
