import { Button, TextInput } from '@mantine/core';
import type { Domain } from '@smooth/contract/platform/domains.ts';
import { IconCheck, IconClock, IconStar } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { fieldErrors, isRefusal } from '../../app/refusal.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Buttons, Stack } from '../../ui/page.tsx';
import { RowsSkeleton } from '../../ui/skeletons.tsx';
import { tell, tellRefusal } from '../../ui/tell.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import { domainsQuery, useAddDomain, useMakePrimary, useRemoveDomain, useVerifyDomain } from '../api/domains.ts';
import { useConsoleMay } from '../way.tsx';
import classes from './domains.module.css';

/** The domains of a business: what to set, what was found, and which one is shown. */
export function Domains({ tenantId }: { tenantId: string }) {
  const { text } = useSpeech('platform');
  const may = useConsoleMay();
  const query = useQuery({ ...domainsQuery(tenantId), enabled: may('domain.read') });
  if (!may('domain.read')) return null;
  return (
    <Stack>
      <h3>{text('domains')}</h3>
      <Loaded query={query} skeleton={<RowsSkeleton rows={2} />}>
        {(domains) =>
          domains.length > 0 ? (
            <Stack>
              {domains.map((domain) => (
                <DomainCard key={domain.id} domain={domain} />
              ))}
            </Stack>
          ) : (
            <p className="soft">{text('domain_none')}</p>
          )
        }
      </Loaded>
      {may('domain.edit') ? <AddDomain tenantId={tenantId} /> : null}
    </Stack>
  );
}

function AddDomain({ tenantId }: { tenantId: string }) {
  const { text } = useSpeech('platform');
  const add = useAddDomain(tenantId);
  const [hostname, setHostname] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (hostname.trim()) add.mutate(hostname.trim(), { onSuccess: () => setHostname('') });
  };
  const wrong = fieldErrors(add.error)['hostname'] ?? (isRefusal(add.error) ? add.error.message : undefined);
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput
          label={text('domain')}
          description={text('domain_hint')}
          autoCapitalize="none"
          autoComplete="off"
          value={hostname}
          error={wrong}
          onChange={({ currentTarget }) => setHostname(currentTarget.value)}
        />
        <Buttons>
          <Button type="submit" variant="default" loading={add.isPending}>
            {text('domain_add')}
          </Button>
        </Buttons>
      </Stack>
    </form>
  );
}

function DomainCard({ domain }: { domain: Domain }) {
  const { text } = useSpeech('platform');
  const { hostname, verified_at, is_primary, check_error, records } = domain;
  return (
    <section className={classes.card} aria-label={hostname}>
      <header>
        <strong>{hostname}</strong>
        <Mark tone={verified_at ? 'green' : 'amber'} icon={verified_at ? IconCheck : IconClock}>
          {text(verified_at ? 'domain_verified' : 'domain_waiting')}
        </Mark>
        {is_primary ? (
          <Mark tone="blue" icon={IconStar}>
            {text('domain_primary')}
          </Mark>
        ) : null}
      </header>
      {verified_at ? null : (
        <>
          <p className="soft">{text('domain_set')}</p>
          <dl>
            {records.map(({ type, name, value, found, holds }) => (
              <div key={type} data-holds={holds}>
                <dt>{type}</dt>
                <dd>
                  <code>{name}</code>
                  <code>{value}</code>
                  <span className="caption">
                    {found.length > 0
                      ? text('domain_found', { found: found.join(', ') })
                      : text('domain_found_nothing')}
                  </span>
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {check_error ? <Notice tone="amber">{text('domain_error', { reason: check_error })}</Notice> : null}
      <DomainActions domain={domain} />
    </section>
  );
}

function DomainActions({ domain: { id, hostname, can, verified_at } }: { domain: Domain }) {
  const { text } = useSpeech('platform');
  const [verify, primary, remove] = [useVerifyDomain(), useMakePrimary(), useRemoveDomain()];
  const failed = { onError: tellRefusal };
  return (
    <Buttons>
      {can.verify ? (
        <Button
          size="xs"
          variant={verified_at ? 'default' : 'filled'}
          aria-label={text('domain_verify', { domain: hostname })}
          loading={verify.isPending}
          onClick={() => verify.mutate(id, failed)}
        >
          {text('verify')}
        </Button>
      ) : null}
      {can.make_primary ? (
        <Button size="xs" variant="default" loading={primary.isPending} onClick={() => primary.mutate(id, failed)}>
          {text('make_primary')}
        </Button>
      ) : null}
      {can.remove ? (
        <Button
          size="xs"
          variant="default"
          color="red"
          aria-label={text('domain_remove', { domain: hostname })}
          loading={remove.isPending}
          onClick={() =>
            remove.mutate(id, { ...failed, onSuccess: () => tell(text('domain_removed', { domain: hostname })) })
          }
        >
          {text('remove')}
        </Button>
      ) : null}
    </Buttons>
  );
}
