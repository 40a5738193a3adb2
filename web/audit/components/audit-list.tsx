import { IconAlertTriangle, IconListSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ComponentType, ReactNode } from 'react';
import { useFormat } from '../../app/format-context.tsx';
import type { Format } from '../../app/format.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Page } from '../../ui/page.tsx';
import { RowsSkeleton } from '../../ui/skeletons.tsx';
import { Empty, NothingFound } from '../../ui/states.tsx';
import { StepsProvider } from '../../ui/steps.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { type SpeechOf, useSpeech, useVoice } from '../../words/use-speech.tsx';
import { auditQuery, type Entry, type Where } from '../api.ts';
import { doneIn, partyName } from '../entry-words.ts';
import { type AuditSearch, isNarrowed } from '../search.ts';
import { AuditFilters } from './audit-filters.tsx';

export interface EntryLink {
  id: string;
  search: AuditSearch;
  children: string;
}

interface AuditList {
  where: Where;
  search: AuditSearch;
  openId: string | undefined;
  /** Goes to one entry, or to the list alone. */
  onGo: (id: string | undefined, search: AuditSearch) => void;
  /** The link of a row, by the router of the shell. */
  EntryLink: ComponentType<EntryLink>;
  /** At the console: which business. */
  filter?: ReactNode;
  panel: ReactNode;
}

/** What was done, the newest first; one of it opens beside the list. */
export function AuditList({ where, search, openId, onGo, EntryLink, filter, panel }: AuditList) {
  const speech = useSpeech('audit');
  const { text } = speech;
  const { words } = useVoice();
  const format = useFormat();
  const list = useInfiniteQuery(auditQuery(where, search, format.zone));
  const rows = list.data?.pages.flatMap(({ data }) => data) ?? [];
  const done = (action: string) => doneIn(words.audit, action);
  const more = list.hasNextPage
    ? { onMore: () => void list.fetchNextPage(), loading: list.isFetchingNextPage }
    : undefined;
  return (
    <StepsProvider ids={rows.map(({ id }) => id)} go={(id) => onGo(id, search)}>
      <Page title={text('audit')} about={text(where === 'business' ? 'about_business' : 'about_platform')}>
        <AuditFilters search={search} onNarrow={(change) => onGo(openId, { ...search, ...change })}>
          {filter}
        </AuditFilters>
        <Loaded query={list} skeleton={<RowsSkeleton rows={12} />}>
          {() =>
            rows.length > 0 ? (
              <Table
                label={text('audit')}
                columns={columnsIn({ where, speech, format, search, EntryLink, done })}
                rows={rows}
                keyOf={({ id }) => id}
                openKey={openId}
                more={more}
              />
            ) : isNarrowed(search) ? (
              <NothingFound onReset={() => onGo(undefined, {})} />
            ) : (
              <Empty icon={<IconListSearch />} title={text('none')}>
                {text('none_text')}
              </Empty>
            )
          }
        </Loaded>
      </Page>
      {panel}
    </StepsProvider>
  );
}

interface Columns extends Pick<AuditList, 'where' | 'search' | 'EntryLink'> {
  speech: SpeechOf<'audit'>;
  format: Format;
  done: (action: string) => string;
}

const isRefused = (action: string) => /_(DENIED|FAILED|AFTER_REVOCATION)$/.test(action);

const columnsIn = ({ where, speech, format, search, EntryLink, done }: Columns): Column<Entry>[] => {
  const { text } = speech;
  const business: Column<Entry> = { name: text('business'), cell: ({ tenant_name }) => tenant_name };
  return [
    {
      name: text('when'),
      cell: ({ id, occurred_at }) => (
        <EntryLink id={id} search={search}>
          {format.dateTime(occurred_at)}
        </EntryLink>
      ),
    },
    {
      name: text('action'),
      cell: ({ action }) =>
        isRefused(action) ? (
          <Mark tone="red" icon={IconAlertTriangle}>
            {done(action)}
          </Mark>
        ) : (
          <span title={done(action)}>{done(action)}</span>
        ),
    },
    { name: text('who'), cell: (entry) => whoIn(entry, speech) },
    { name: text('about_whom'), cell: ({ subject }) => partyName(subject, speech) },
    ...(where === 'platform' ? [business] : []),
    { name: text('address'), cell: ({ ip_address }) => ip_address },
  ];
};

function whoIn({ actor, acting_as }: Entry, speech: SpeechOf<'audit'>): string | null {
  const email = partyName(actor, speech) ?? '';
  const other = partyName(acting_as, speech);
  return other ? speech.text('who_as', { email, other }) : email;
}
