import { Button } from '@mantine/core';
import type { TenantSummary } from '@smooth/contract/platform/tenants.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormat } from '../../app/format-context.tsx';
import { Fact, Facts } from '../../ui/facts.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Stack } from '../../ui/page.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { FactsSkeleton } from '../../ui/skeletons.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import { tenantQuery } from '../api/tenants.ts';
import { Domains } from '../components/domains.tsx';
import { TenantActions } from '../components/tenant-actions.tsx';
import { TenantEditor } from '../components/tenant-editor.tsx';
import { TenantMark } from '../components/tenant-mark.tsx';
import { useGo, useWayParams, useWaySearch } from '../way.tsx';
import { Usage } from '../components/usage.tsx';
import { tierName } from '../tiers.ts';

export function TenantPanel() {
  const { id = '' } = useWayParams();
  const search = useWaySearch();
  const go = useGo();
  const { text } = useSpeech('platform');
  const [isEditing, setEditing] = useState(false);
  const query = useQuery(tenantQuery(id));
  return (
    <SidePanel id={id} title={query.data?.name ?? text('businesses')} onClose={() => go('/businesses', search)}>
      <Loaded query={query} skeleton={<FactsSkeleton />}>
        {(tenant) =>
          isEditing ? (
            <TenantEditor tenant={tenant} onDone={() => setEditing(false)} />
          ) : (
            <TenantFacts tenant={tenant} onEdit={() => setEditing(true)} />
          )
        }
      </Loaded>
    </SidePanel>
  );
}

function TenantFacts({ tenant, onEdit }: { tenant: TenantSummary; onEdit: () => void }) {
  const { text } = useSpeech('platform');
  const format = useFormat();
  const shown = tenant.address.replace(/^https?:\/\//, '');
  return (
    <Stack>
      {tenant.provisioning === 'failed' ? (
        <Notice tone="red" title={text('provisioning_failed')}>
          {tenant.provisioning_error}
        </Notice>
      ) : null}
      {tenant.provisioning === 'waiting' ? <p className="soft">{text('provisioning')}</p> : null}
      <Facts>
        <Fact name={text('status')}>
          <TenantMark {...tenant} />
        </Fact>
        <Fact name={text('address')}>
          {tenant.provisioning === 'ready' && tenant.status !== 'closed' ? (
            <a href={tenant.address} target="_blank" rel="noreferrer">
              {shown}
            </a>
          ) : (
            shown
          )}
        </Fact>
        <Fact name={text('plan')}>
          {tenant.is_temporary ? text('demo_account', { plan: tierName[tenant.tier] }) : tierName[tenant.tier]}
        </Fact>
        {tenant.expires_at ? <Fact name={text('expires')}>{format.dateTime(tenant.expires_at)}</Fact> : null}
        {tenant.delete_after ? <Fact name={text('kept_until')}>{format.dateTime(tenant.delete_after)}</Fact> : null}
        <Fact name={text('time_zone')}>{tenant.time_zone.replaceAll('_', ' ')}</Fact>
        <Fact name={text('currency')}>{tenant.currency}</Fact>
        <Fact name={text('since')}>{format.date(tenant.created_at)}</Fact>
        {tenant.schemas.map(({ mode, version, newest, error }) => (
          <Fact key={mode} name={text(`schema_${mode}`)}>
            {error ?? text('schema_version', { version, newest })}
          </Fact>
        ))}
      </Facts>
      <h3>{text('usage')}</h3>
      <Usage {...tenant} />
      <Domains tenantId={tenant.id} />
      {tenant.can.edit ? (
        <Button variant="default" onClick={onEdit}>
          {text('edit')}
        </Button>
      ) : null}
      <TenantActions tenant={tenant} />
    </Stack>
  );
}
