import { Button, Checkbox, Select } from '@mantine/core';
import type { Grant } from '@smooth/contract/identity/permissions.ts';
import { IconClockShield, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useNow } from '../../app/now.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Buttons, FilterRow, Page } from '../../ui/page.tsx';
import { RowsSkeleton } from '../../ui/skeletons.tsx';
import { Empty, NothingFound } from '../../ui/states.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import { grantsQuery, type Where } from '../api.ts';
import { GiveDialog } from '../components/give-dialog.tsx';
import { GrantTable } from '../components/grant-table.tsx';
import { RevokeGrants } from '../components/revoke-grants.tsx';
import { asOfNow, grantStates, type GrantStatus } from '../grant-state.ts';
import classes from '../components/grants.module.css';

interface Grants {
  where: Where;
  mayGive: boolean;
  /** Where one came from. */
  back?: ReactNode;
}

/** Permissions that were given for a while: the list runs down by the second. */
export function Grants({ where, mayGive, back }: Grants) {
  const { text } = useSpeech('permissions');
  const query = useQuery(grantsQuery(where));
  const now = useNow(1000);
  const [status, setStatus] = useState<GrantStatus | null>(null);
  const [isGiving, setGiving] = useState(false);
  const grants = (query.data ?? []).map((grant) => asOfNow(grant, now));
  const shown = status ? grants.filter((grant) => grant.status === status) : grants;
  const give = mayGive ? (
    <Button leftSection={<IconPlus size="1.2em" />} onClick={() => setGiving(true)}>
      {text('give')}
    </Button>
  ) : null;
  return (
    <Page
      title={text('grants')}
      about={text('grants_about')}
      action={
        <>
          {back}
          {give}
        </>
      }
    >
      <Loaded query={query} skeleton={<RowsSkeleton rows={4} />}>
        {() =>
          grants.length > 0 ? (
            <>
              <FilterRow>
                <Select
                  aria-label={text('state')}
                  placeholder={text('any_status')}
                  clearable
                  data={grantStates.map((value) => ({ value, label: text(`status_${value}`) }))}
                  value={status}
                  onChange={setStatus}
                />
              </FilterRow>
              {shown.length > 0 ? (
                <Chosen where={where} grants={shown} now={now} />
              ) : (
                <NothingFound onReset={() => setStatus(null)} />
              )}
            </>
          ) : (
            <Empty icon={<IconClockShield />} title={text('no_grants')}>
              {text('no_grants_text')}
            </Empty>
          )
        }
      </Loaded>
      {isGiving ? <GiveDialog where={where} onClose={() => setGiving(false)} /> : null}
    </Page>
  );
}

/** The table, and above it what is done with those that are ticked. */
function Chosen({ where, grants, now }: { where: Where; grants: Grant[]; now: number }) {
  const { text, count } = useSpeech('permissions');
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [ends, setEnds] = useState<Grant[] | null>(null);
  const open = grants.filter(({ can }) => can.revoke);
  const chosen = open.filter(({ id }) => ticked.has(id));
  const tick = (id: string, isOn: boolean) =>
    setTicked(new Set(isOn ? [...ticked, id] : [...ticked].filter((one) => one !== id)));
  return (
    <>
      {open.length > 0 ? (
        <div className={classes.bulk}>
          <Checkbox
            size="xs"
            label={chosen.length > 0 ? count('chosen', chosen.length) : text('select_all')}
            checked={chosen.length === open.length}
            indeterminate={chosen.length > 0 && chosen.length < open.length}
            onChange={({ currentTarget }) => setTicked(new Set(currentTarget.checked ? open.map(({ id }) => id) : []))}
          />
          {chosen.length > 0 ? (
            <Buttons>
              <Button size="xs" color="red" variant="light" onClick={() => setEnds(chosen)}>
                {count('revoke_count', chosen.length)}
              </Button>
            </Buttons>
          ) : null}
        </div>
      ) : null}
      <GrantTable grants={grants} now={now} ticked={ticked} onTick={tick} onRevoke={(grant) => setEnds([grant])} />
      {ends ? <RevokeGrants where={where} grants={ends} onClose={() => setEnds(null)} /> : null}
    </>
  );
}
