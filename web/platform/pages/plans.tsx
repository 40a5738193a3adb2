import { Button } from '@mantine/core';
import type { Plan } from '@smooth/contract/platform/plans.ts';
import { groupNames, limitNames, type Overrides, permissionGroups } from '@smooth/contract/tenancy/entitlements.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { isRefusal } from '../../app/refusal.ts';
import { Fact, Facts } from '../../ui/facts.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Buttons, Page, Section, Stack } from '../../ui/page.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { RowsSkeleton } from '../../ui/skeletons.tsx';
import { tell } from '../../ui/tell.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import { plansQuery, useChangePlan } from '../api/plans.ts';
import { EntitlementFields } from '../components/entitlement-fields.tsx';
import classes from './plans.module.css';
import { useFormat } from '../../app/format-context.tsx';
import { tierName } from '../tiers.ts';

/** What the four plans include, side by side. */
export function PlansPage() {
  const { text } = useSpeech('platform');
  const list = useQuery(plansQuery);
  const [editing, setEditing] = useState<string | null>(null);
  const open = list.data?.find(({ tier }) => tier === editing);
  return (
    <>
      <Page title={text('plans')} about={text('plans_about')}>
        <Loaded query={list} skeleton={<RowsSkeleton rows={8} />}>
          {(plans) => (
            <div className={classes.plans}>
              {plans.map((plan) => (
                <PlanCard key={plan.tier} plan={plan} onEdit={() => setEditing(plan.tier)} />
              ))}
            </div>
          )}
        </Loaded>
      </Page>
      {open ? <PlanPanel key={open.tier} plan={open} onClose={() => setEditing(null)} /> : null}
    </>
  );
}

function PlanCard({ plan, onEdit }: { plan: Plan; onEdit: () => void }) {
  const { text, count } = useSpeech('platform');
  const format = useFormat();
  const { tier, limits, permissions, businesses, can } = plan;
  return (
    <Section
      title={tierName[tier]}
      about={count('plan_businesses', businesses)}
      action={
        can.edit ? (
          <Button variant="default" size="xs" aria-label={text('edit_plan', { plan: tierName[tier] })} onClick={onEdit}>
            {text('edit')}
          </Button>
        ) : null
      }
    >
      <Facts>
        {limitNames.map((name) => (
          <Fact key={name} name={text(`limit_${name}`)}>
            {limits[name] === null ? text('no_limit') : format.count(limits[name])}
          </Fact>
        ))}
      </Facts>
      {groupNames.map((group) => (
        <div key={group} className={classes.group}>
          <h3>{text(`group_${group}`)}</h3>
          <ul>
            {permissionGroups[group].map((name) => (
              <li key={name} data-has={permissions[name]}>
                {text(`permission_${name}`)}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Section>
  );
}

function PlanPanel({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const { text } = useSpeech('platform');
  const change = useChangePlan(plan.tier);
  const [value, setValue] = useState<Overrides>({});
  const save = () =>
    change.mutate(
      { revision: plan.revision, ...value },
      {
        onSuccess: ({ tier }) => {
          tell(text('saved', { name: tierName[tier] }));
          onClose();
        },
      },
    );
  return (
    <SidePanel title={text('edit_plan', { plan: tierName[plan.tier] })} onClose={onClose}>
      <Stack>
        <EntitlementFields plan={plan} empty="no_limit" value={value} onChange={setValue} />
        {isRefusal(change.error) ? <Notice tone="red">{change.error.message}</Notice> : null}
        <Buttons>
          <Button onClick={save} loading={change.isPending}>
            {text('save')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {text('cancel')}
          </Button>
        </Buttons>
      </Stack>
    </SidePanel>
  );
}
