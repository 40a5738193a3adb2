import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { useState } from 'react';
import { AuditList, type EntryLink } from '../../audit/components/audit-list.tsx';
import { EntryPanel } from '../../audit/components/entry-panel.tsx';
import type { AuditSearch } from '../../audit/search.ts';
import { rowLink } from '../../ui/table.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import { tenantQuery, tenantsQuery } from '../api/tenants.ts';
import { useGo, useWayParams, useWaySearch, Way } from '../way.tsx';

/** The audit of the platform and of all businesses. */
export function PlatformAuditPage() {
  const search = useWaySearch<AuditSearch>();
  const { id } = useWayParams();
  const go = useGo();
  const goTo = (to: string | undefined, wanted: AuditSearch) => go(to ? `/audit/${to}` : '/audit', wanted, true);
  return (
    <AuditList
      where="platform"
      search={search}
      openId={id}
      onGo={goTo}
      EntryLink={WholeLink}
      filter={<BusinessFilter value={search.business} onChange={(business) => goTo(id, { ...search, business })} />}
      panel={<Outlet />}
    />
  );
}

const WholeLink = ({ id, search, children }: EntryLink) => (
  <Way to={`/audit/${id}`} search={search} className={rowLink}>
    {children}
  </Way>
);

export function PlatformEntryPanel() {
  const { id = '' } = useWayParams();
  const search = useWaySearch();
  const go = useGo();
  return <EntryPanel where="platform" id={id} onClose={() => go('/audit', search)} />;
}

interface BusinessFilter {
  value: string | undefined;
  onChange: (business: string | undefined) => void;
}

/** Businesses are looked for at the server: there may be thousands. */
function BusinessFilter({ value, onChange }: BusinessFilter) {
  const { text } = useSpeech('audit');
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 250);
  const chosen = useQuery({ ...tenantQuery(value ?? ''), enabled: value !== undefined });
  const isChosen = q === chosen.data?.name;
  const list = useInfiniteQuery(tenantsQuery({ q: isChosen || q === '' ? undefined : q }));
  const found = list.data?.pages[0]?.data ?? [];
  const offered = chosen.data && !found.some(({ id }) => id === value) ? [chosen.data, ...found] : found;
  return (
    <Select
      aria-label={text('business')}
      placeholder={text('any_business')}
      clearable
      searchable
      // What is offered was found already, by name or by address.
      filter={({ options }) => options}
      data={offered.map(({ id, name }) => ({ value: id, label: name }))}
      value={value ?? null}
      onSearchChange={setTyped}
      onChange={(business) => onChange(business ?? undefined)}
    />
  );
}
