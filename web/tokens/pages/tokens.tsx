import { Button, Checkbox } from '@mantine/core';
import type { ApiToken } from '@smooth/contract/tokens/tokens.ts';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Format } from '../../app/format.ts';
import { useFormat } from '../../app/format-context.tsx';
import { DevelopersPage } from '../../developers/components/developers-page.tsx';
import { useBusiness, useMay } from '../../identity/api.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { FilterRow } from '../../ui/page.tsx';
import { RowsSkeleton } from '../../ui/skeletons.tsx';
import { Empty } from '../../ui/states.tsx';
import { StepsProvider } from '../../ui/steps.tsx';
import { type Column, rowLink, Table } from '../../ui/table.tsx';
import { type SpeechOf, useSpeech } from '../../words/use-speech.tsx';
import { tokensQuery } from '../api.ts';
import { NewToken } from '../components/new-token.tsx';
import { ModeMark, StateMark } from '../components/token-marks.tsx';
import { grouped } from '../scopes.ts';

/** The credentials with which programs reach the business. */
export function TokensPage() {
  const { text } = useSpeech('tokens');
  const may = useMay();
  const { api_enabled } = useBusiness();
  const [isMaking, setMaking] = useState(false);
  const make = () => setMaking(true);
  const mayMake = api_enabled && may('token.create');
  const create = (
    <Button leftSection={<IconPlus size="1.2em" />} onClick={make}>
      {text('new')}
    </Button>
  );
  return (
    <DevelopersPage part="tokens" about={text('tokens_about')} action={mayMake ? create : null}>
      {api_enabled ? null : (
        <Notice tone="amber" title={text('no_api')}>
          {text('no_api_text')}
        </Notice>
      )}
      <Tokens onNew={mayMake ? make : null} />
      {isMaking ? <NewToken onClose={() => setMaking(false)} /> : null}
    </DevelopersPage>
  );
}

const standing: ApiToken['state'][] = ['active', 'not_in_plan'];

function Tokens({ onNew }: { onNew: (() => void) | null }) {
  const speech = useSpeech('tokens');
  const { text } = speech;
  const format = useFormat();
  const tokens = useQuery(tokensQuery);
  const params = useParams({ strict: false });
  const navigate = useNavigate();
  const [withEnded, setWithEnded] = useState(false);
  const isShown = ({ state, id }: ApiToken) => withEnded || standing.includes(state) || id === params.id;
  const rows = tokens.data?.filter(isShown) ?? [];
  const hasEnded = tokens.data?.some(({ state }) => !standing.includes(state)) ?? false;
  const firstStep = onNew && (
    <Button variant="default" onClick={onNew}>
      {text('new')}
    </Button>
  );
  return (
    <StepsProvider
      ids={rows.map(({ id }) => id)}
      go={(id) => void navigate({ to: '/developers/tokens/$id', params: { id }, replace: true })}
    >
      {hasEnded ? (
        <FilterRow>
          <Checkbox
            label={text('with_ended')}
            checked={withEnded}
            onChange={({ currentTarget }) => setWithEnded(currentTarget.checked)}
          />
        </FilterRow>
      ) : null}
      <Loaded query={tokens} skeleton={<RowsSkeleton rows={4} />}>
        {() =>
          rows.length > 0 ? (
            <Table
              label={text('tokens')}
              columns={columnsIn(speech, format)}
              rows={rows}
              keyOf={({ id }) => id}
              openKey={params.id}
            />
          ) : (
            <Empty icon={<IconKey />} title={text('none')} action={firstStep}>
              {text('none_text')}
            </Empty>
          )
        }
      </Loaded>
      <Outlet />
    </StepsProvider>
  );
}

const columnsIn = ({ text, count }: SpeechOf<'tokens'>, format: Format): Column<ApiToken>[] => [
  {
    name: text('name'),
    cell: ({ id, name }) => (
      <Link to="/developers/tokens/$id" params={{ id }} className={rowLink}>
        {name}
      </Link>
    ),
  },
  { name: text('mode'), cell: ({ mode }) => <ModeMark mode={mode} /> },
  { name: text('token'), cell: ({ hint }) => <code>{hint}</code> },
  { name: text('scopes'), cell: ({ scopes }) => scopesIn(scopes, { text, count }) },
  {
    name: text('last_used'),
    named: 'inline',
    cell: ({ last_used_at: at }) => (at ? `${format.shortDate(at)}, ${format.time(at)}` : text('never_used')),
  },
  { name: text('address'), cell: ({ last_used_ip }) => last_used_ip },
  {
    name: text('expires'),
    named: 'inline',
    cell: ({ expires_at: at }) => (at ? format.date(at) : text('no_expiry')),
  },
  { name: text('state'), cell: ({ state }) => <StateMark state={state} /> },
];

/** One or two by name, more as a number. */
function scopesIn(scopes: string[], { text, count }: Pick<SpeechOf<'tokens'>, 'text' | 'count'>): string {
  const resources = grouped(scopes);
  if (resources.length > 2) return count('resources', resources.length);
  return resources.map(({ resource }) => text(`scope_${resource}`)).join(', ');
}
