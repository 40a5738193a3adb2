import { Button, Modal, Radio } from '@mantine/core';
import type { Customer } from '@smooth/contract/customers/customers.ts';
import type { MergePreview } from '@smooth/contract/customers/merge.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSpeech, type SpeechOf } from '../../words/use-speech.tsx';
import { isRefusal } from '../../app/refusal.ts';
import { Fact, Facts } from '../../ui/facts.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Buttons, Stack } from '../../ui/page.tsx';
import { FactsSkeleton } from '../../ui/skeletons.tsx';
import { tell } from '../../ui/tell.tsx';
import { mergePreviewQuery, useMerge } from '../api-merge.ts';
import { Tags } from './tags.tsx';

interface MergeDialog {
  pair: readonly [Customer, Customer];
  onClose: () => void;
  onMerged: (kept: Customer) => void;
}

/** Two records of one person: which one stays, and what it will be then. */
export function MergeDialog({ pair, onClose, onMerged }: MergeDialog) {
  const speech = useSpeech('customers');
  const { text } = speech;
  const [keptId, setKeptId] = useState(pair[0].id);
  const [kept, gone] = keptId === pair[0].id ? pair : [pair[1], pair[0]];
  const preview = useQuery(mergePreviewQuery(gone.id, kept.id));
  const merge = useMerge(gone.id);
  const error = merge.error ?? preview.error;
  const confirm = ({ from, into }: MergePreview) =>
    merge.mutate(
      { revision: from.revision, into: into.id, into_revision: into.revision },
      {
        onSuccess: (customer) => {
          tell(text('merged', { gone: gone.name, kept: customer.name }));
          onMerged(customer);
        },
        onError: () => void preview.refetch(),
      },
    );
  return (
    <Modal opened onClose={onClose} title={text('merge_two')} size="lg" centered>
      <Stack>
        <Radio.Group label={text('keep')} value={keptId} onChange={(id) => [setKeptId(id), merge.reset()]}>
          <Stack>
            {pair.map((customer) => (
              <Radio
                key={customer.id}
                value={customer.id}
                label={customer.name}
                description={contactsOf(customer, speech)}
              />
            ))}
          </Stack>
        </Radio.Group>
        {error ? (
          <Notice tone="red" title={isRefusal(error) ? error.problem.title : text('not_done')}>
            {isRefusal(error) ? error.problem.detail : text('not_done_text')}
          </Notice>
        ) : preview.data ? (
          <Result preview={preview.data} />
        ) : (
          <FactsSkeleton />
        )}
        <Buttons>
          <Button
            disabled={!preview.data || preview.isError || preview.isFetching}
            loading={merge.isPending}
            onClick={() => preview.data && confirm(preview.data)}
          >
            {text('merge')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {text('keep_both')}
          </Button>
        </Buttons>
      </Stack>
    </Modal>
  );
}

const contactsOf = ({ email, phone, appointment_count }: Customer, { count }: SpeechOf<'customers'>): string =>
  [email, phone, count('appointment_count', appointment_count)].filter(Boolean).join(', ');

function Result({ preview: { result, from, moved_appointments: moved } }: { preview: MergePreview }) {
  const { text, count } = useSpeech('customers');
  return (
    <section aria-label={text('left')}>
      <Stack>
        <h3>{text('left')}</h3>
        <Facts>
          <Fact name={text('name')}>{result.name}</Fact>
          <Fact name={text('email')}>{result.email}</Fact>
          <Fact name={text('phone')}>{result.phone}</Fact>
          <Fact name={text('tags')}>{result.tags.length > 0 ? <Tags tags={result.tags} /> : null}</Fact>
          <Fact name={text('notes')}>{result.notes}</Fact>
          {result.is_blocked ? <Fact name={text('state')}>{text('blocked_online')}</Fact> : null}
        </Facts>
        <p className="soft">
          {moved === 0 ? text('merge_none', { name: from.name }) : count('merge_some', moved, { name: from.name })}
        </p>
      </Stack>
    </section>
  );
}
