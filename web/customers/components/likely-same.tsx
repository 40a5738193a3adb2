import { Button } from '@mantine/core';
import type { Customer } from '@smooth/contract/customers/customers.ts';
import type { LikelyDuplicate } from '@smooth/contract/customers/merge.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Notice } from '../../ui/notice.tsx';
import { Stack } from '../../ui/page.tsx';
import { duplicatesQuery } from '../api-merge.ts';
import { MergeDialog } from './merge-dialog.tsx';

const words: Record<LikelyDuplicate['same'][number], string> = { email: 'e-mail', phone: 'phone', name: 'name' };

/** `The same name and phone`. */
export const sameness = (same: LikelyDuplicate['same']): string =>
  `The same ${new Intl.ListFormat('en', { type: 'conjunction' }).format(same.map((what) => words[what]))}`;

/** Others who may be this person. */
export function LikelySame({ customer, onMerged }: { customer: Customer; onMerged: (kept: Customer) => void }) {
  const { data: pairs = [] } = useQuery(duplicatesQuery(customer.id));
  const [open, setOpen] = useState<LikelyDuplicate | null>(null);
  const [first] = pairs;
  if (!first) return null;
  const other = first.customers.find(({ id }) => id !== customer.id)!;
  return (
    <>
      <Notice tone="amber" title={`${other.name} may be the same person`}>
        <Stack>
          <p>
            {sameness(first.same)}
            {pairs.length > 1 ? `, and ${pairs.length - 1} more like this` : ''}.
          </p>
          <div>
            <Button size="xs" variant="default" onClick={() => setOpen(first)}>
              Compare and merge
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
