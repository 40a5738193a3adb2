import { Button, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { TenantSummary } from '@smooth/contract/platform/tenants.ts';
import type { Overrides, Tier } from '@smooth/contract/tenancy/entitlements.ts';
import { useQuery } from '@tanstack/react-query';
import { fieldErrors, isRefusal } from '../../app/refusal.ts';
import { ZoneSelect } from '../../app/zone-select.tsx';
import { Buttons, Stack } from '../../ui/page.tsx';
import { Notice } from '../../ui/notice.tsx';
import { tell } from '../../ui/tell.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import { plansQuery } from '../api/plans.ts';
import { useChangeTenant } from '../api/tenants.ts';
import { EntitlementFields } from './entitlement-fields.tsx';
import { tierChoices } from '../tiers.ts';

export function TenantEditor({ tenant, onDone }: { tenant: TenantSummary; onDone: () => void }) {
  const { text } = useSpeech('platform');
  const change = useChangeTenant(tenant.id);
  const { data: plans } = useQuery(plansQuery);
  const { name, tier, time_zone, overrides } = tenant;
  const form = useForm<{ name: string; tier: Tier; time_zone: string; overrides: Overrides }>({
    initialValues: { name, tier, time_zone, overrides },
    validate: { name: (typed) => (typed.trim() ? null : text('name_missing')) },
  });
  const plan = plans?.find((one) => one.tier === form.values.tier);
  const submit = form.onSubmit((values) =>
    change.mutate(
      { revision: tenant.revision, ...values },
      {
        onSuccess: (saved) => {
          tell(text('saved', { name: saved.name }));
          onDone();
        },
        onError: (error) => form.setErrors(fieldErrors(error)),
      },
    ),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput label={text('name')} required {...form.getInputProps('name')} />
        <Select label={text('plan')} data={tierChoices} allowDeselect={false} {...form.getInputProps('tier')} />
        <ZoneSelect
          label={text('time_zone')}
          value={form.values.time_zone}
          error={form.errors['time_zone']}
          onChange={(zone) => form.setFieldValue('time_zone', zone)}
        />
        <h3>{text('override')}</h3>
        <p className="soft">{text('override_about')}</p>
        {plan ? (
          <EntitlementFields
            plan={plan}
            empty="plan"
            value={form.values.overrides}
            onChange={(given) => form.setFieldValue('overrides', given)}
          />
        ) : null}
        {isRefusal(change.error) && Object.keys(fieldErrors(change.error)).length === 0 ? (
          <Notice tone="red">{change.error.message}</Notice>
        ) : null}
        <Buttons>
          <Button type="submit" loading={change.isPending}>
            {text('save')}
          </Button>
          <Button variant="default" onClick={onDone}>
            {text('cancel')}
          </Button>
        </Buttons>
      </Stack>
    </form>
  );
}
