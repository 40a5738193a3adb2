import { Button } from '@mantine/core';
import type { Customer } from '@smooth/contract/customers/customers.ts';
import type { LikelyDuplicate } from '@smooth/contract/customers/merge.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSpeech, type SpeechOf, useVoice } from '../../words/use-speech.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Stack } from '../../ui/page.tsx';
import { duplicatesQuery } from '../api-merge.ts';
import { MergeDialog } from './merge-dialog.tsx';

/** `The same name and phone`. */
export function sameness(
  same: LikelyDuplicate['same'],
  { speech: { text }, locale }: { speech: SpeechOf<'customers'>; locale: string },
): string {
  const what = new Intl.ListFormat(locale, { type: 'conjunction' }).format(same.map((what) => text(`same_${what}`)));
  return text('same', { what });
}

/** Others who may be this person. */
export function LikelySame({ customer, onMerged }: { customer: Customer; onMerged: (kept: Customer) => void }) {
  const speech = useSpeech('customers');
  const { text } = speech;
  const { locale } = useVoice();
  const { data: pairs = [] } = useQuery(duplicatesQuery(customer.id));
  const [open, setOpen] = useState<LikelyDuplicate | null>(null);
  const [first] = pairs;
  if (!first) return null;
  const same = sameness(first.same, { speech, locale });
  const other = first.customers.find(({ id }) => id !== customer.id)!;
  return (
    <>
      <Notice tone="amber" title={text('may_be_same', { name: other.name })}>
        <Stack>
          <p>{pairs.length > 1 ? speech.count('same_and_more', pairs.length - 1, { same }) : `${same}.`}</p>
          <div>
            <Button size="xs" variant="default" onClick={() => setOpen(first)}>
              {text('compare')}
            </Button>
          </div>
        </Stack>
      </Notice>
      {open ? (
        <MergeDialog
          pair={open.customers}
          onClose={() => setOpen(null)}
          onMerged={(kept) => {
            setOpen(null);
            onMerged(kept);
          }}
        />
      ) : null}
    </>
  );
}
