import { Button, Modal, Radio } from '@mantine/core';
import type { Customer } from '@smooth/contract/customers/customers.ts';
import type { MergePreview } from '@smooth/contract/customers/merge.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
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
          tell(`${gone.name} is merged into ${customer.name}`);
          onMerged(customer);
        },
        onError: () => void preview.refetch(),
      },
    );
  return (
    <Modal opened onClose={onClose} title="Merge two customers" size="lg" centered>
      <Stack>
        <Radio.Group label="Keep" value={keptId} onChange={(id) => [setKeptId(id), merge.reset()]}>
          <Stack>
            {pair.map((customer) => (
              <Radio key={customer.id} value={customer.id} label={customer.name} description={contactsOf(customer)} />
            ))}
          </Stack>
        </Radio.Group>
        {error ? (
          <Notice tone="red" title={isRefusal(error) ? error.problem.title : 'That did not work'}>
            {isRefusal(error) ? error.problem.detail : 'Nothing was changed. Try again.'}
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
            Merge customers
          </Button>
          <Button variant="default" onClick={onClose}>
            Keep both
          </Button>
        </Buttons>
      </Stack>
    </Modal>
  );
}

const contactsOf = ({ email, phone, appointment_count: count }: Customer): string =>
  [email, phone, count === 1 ? '1 appointment' : `${count} appointments`].filter(Boolean).join(', ');

const Result = ({ preview: { result, from, moved_appointments: moved } }: { preview: MergePreview }) => (
  <section aria-label="What will be left">
    <Stack>
      <h3>What will be left</h3>
      <Facts>
        <Fact name="Name">{result.name}</Fact>
        <Fact name="E-mail">{result.email}</Fact>
        <Fact name="Phone">{result.phone}</Fact>
        <Fact name="Tags">{result.tags.length > 0 ? <Tags tags={result.tags} /> : null}</Fact>
        <Fact name="Notes">{result.notes}</Fact>
        {result.is_blocked ? <Fact name="State">Blocked from online booking</Fact> : null}
      </Facts>
      <p className="soft">
        {moved === 0
          ? `No appointments move. The record of ${from.name} is removed.`
          : `${moved === 1 ? '1 appointment moves' : `${moved} appointments move`} here, and the record of ${from.name} is removed. This cannot be undone.`}
      </p>
    </Stack>
  </section>
);
