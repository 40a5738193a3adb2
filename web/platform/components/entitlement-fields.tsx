import { NumberInput, Switch } from '@mantine/core';
import {
  type Entitlements,
  groupNames,
  limitNames,
  type Overrides,
  permissionGroups,
} from '@smooth/contract/tenancy/entitlements.ts';
import type { ReactNode } from 'react';
import { Fields } from '../../ui/page.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import classes from './entitlements.module.css';

interface EntitlementFields {
  /** What holds where nothing else is said. */
  plan: Entitlements;
  /** What is said otherwise; what is as in the plan is not in here. */
  value: Overrides;
  onChange: (value: Overrides) => void;
  /** What an empty limit means: as in the plan, or no limit at all. */
  empty: 'plan' | 'no_limit';
}

/** Limits and permissions in six groups; each says whether it comes from the plan. */
export function EntitlementFields({ plan, value, onChange, empty }: EntitlementFields) {
  const { text } = useSpeech('platform');
  const setLimit = (name: (typeof limitNames)[number], given: number | null) => {
    const { [name]: _, ...limits } = value.limits ?? {};
    onChange({ ...value, limits: given === plan.limits[name] ? limits : { ...limits, [name]: given } });
  };
  const setPermission = (name: keyof Entitlements['permissions'], given: boolean) => {
    const { [name]: _, ...permissions } = value.permissions ?? {};
    onChange({
      ...value,
      permissions: given === plan.permissions[name] ? permissions : { ...permissions, [name]: given },
    });
  };
  const source = (isOwn: boolean) => (empty === 'plan' ? text(isOwn ? 'source_own' : 'source_plan') : undefined);
  return (
    <div className={classes.groups}>
      <Group title={text('group_limits')}>
        <Fields>
          {limitNames.map((name) => {
            const own = value.limits?.[name];
            const shown = own === undefined ? plan.limits[name] : own;
            return (
              <NumberInput
                key={name}
                label={text(`limit_${name}`)}
                description={source(own !== undefined)}
                placeholder={text('no_limit')}
                min={0}
                max={1_000_000}
                allowDecimal={false}
                value={shown ?? ''}
                onChange={(typed) =>
                  setLimit(name, typed === '' ? (empty === 'plan' ? plan.limits[name] : null) : Number(typed))
                }
              />
            );
          })}
        </Fields>
      </Group>
      {groupNames.map((group) => (
        <Group key={group} title={text(`group_${group}`)}>
          {permissionGroups[group].map((name) => (
            <Switch
              key={name}
              label={text(`permission_${name}`)}
              description={source(value.permissions?.[name] !== undefined)}
              checked={value.permissions?.[name] ?? plan.permissions[name]}
              onChange={({ currentTarget }) => setPermission(name, currentTarget.checked)}
            />
          ))}
        </Group>
      ))}
    </div>
  );
}

const Group = ({ title, children }: { title: string; children: ReactNode }) => (
  <fieldset className={classes.group}>
    <legend>{title}</legend>
    {children}
  </fieldset>
);
