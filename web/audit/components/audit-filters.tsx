import { Select } from '@mantine/core';
import { auditActions } from '@smooth/contract/audit/audit.ts';
import type { ReactNode } from 'react';
import { DateField } from '../../app/date-field.tsx';
import { FilterRow } from '../../ui/page.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { useSpeech, useVoice } from '../../words/use-speech.tsx';
import { doneIn } from '../entry-words.ts';
import { type AuditSearch, auditPeriods } from '../search.ts';

interface AuditFilters {
  search: AuditSearch;
  onNarrow: (change: AuditSearch) => void;
  /** At the console: which business. */
  children?: ReactNode;
}

export function AuditFilters({ search, onNarrow, children }: AuditFilters) {
  const { text } = useSpeech('audit');
  const { words } = useVoice();
  const actions = auditActions
    .map((value) => ({ value, label: doneIn(words.audit, value) }))
    .sort((a, b) => a.label.localeCompare(b.label));
  return (
    <FilterRow>
      <SearchField
        label={text('search')}
        placeholder={text('search_by')}
        sought={search.q}
        onSeek={(q) => onNarrow({ q })}
      />
      <Select
        aria-label={text('action')}
        placeholder={text('any_action')}
        clearable
        searchable
        data={actions}
        value={search.action ?? null}
        onChange={(action) => onNarrow({ action: action ?? undefined })}
      />
      {children}
      <Select
        aria-label={text('period')}
        placeholder={text('period_any')}
        clearable
        data={auditPeriods.map((value) => ({ value, label: text(`period_${value}`) }))}
        value={search.period ?? null}
        onChange={(period) => onNarrow({ period: period ?? undefined, from: undefined, to: undefined })}
      />
      {search.period === 'custom' ? (
        <>
          <DateField label={text('first_day')} value={search.from ?? null} onChange={(from) => onNarrow({ from })} />
          <DateField label={text('last_day')} value={search.to ?? null} onChange={(to) => onNarrow({ to })} />
        </>
      ) : null}
    </FilterRow>
  );
}
