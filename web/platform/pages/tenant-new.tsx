import { Button, NumberInput, Select, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { fieldErrors, isRefusal } from '../../app/refusal.ts';
import { ZoneSelect } from '../../app/zone-select.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Fields, Stack } from '../../ui/page.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { tell } from '../../ui/tell.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import { type NewTenant, useCreateTenant } from '../api/tenants.ts';
import { ownZone, useConsoleMay, useGo, useWaySearch } from '../way.tsx';
import { tierChoices } from '../tiers.ts';

export function NewTenantPanel() {
  const { text } = useSpeech('platform');
  const go = useGo();
  const search = useWaySearch();
  const create = useCreateTenant();
  const onlyDemos = !useConsoleMay()('plan.edit');
  const form = useForm<Required<NewTenant>>({
    initialValues: {
      name: '',
      subdomain: '',
      tier: 'FREE',
      time_zone: ownZone,
      currency: 'EUR',
      locale: 'en',
      is_temporary: onlyDemos,
      lasts_days: 14,
      world: 'salon',
    },
    validate: {
      name: (name) => (name.trim() ? null : text('name_missing')),
      subdomain: (subdomain) => (subdomain.trim() ? null : text('subdomain_missing')),
    },
  });
  const submit = form.onSubmit((values) =>
    create.mutate(values, {
      onSuccess: ({ id, name }) => {
        tell(text('business_added', { name }));
        go(`/businesses/${id}`, search);
      },
      onError: (error) => form.setErrors(fieldErrors(error)),
    }),
  );
  const worlds = (['salon', 'clinic', 'empty'] as const).map((value) => ({ value, label: text(`world_${value}`) }));
  return (
    <SidePanel title={text('new_business')} onClose={() => go('/businesses', search)}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput label={text('name')} required autoComplete="off" {...form.getInputProps('name')} />
          <TextInput
            label={text('subdomain')}
            description={text('subdomain_about')}
            required
            autoComplete="off"
            {...form.getInputProps('subdomain')}
          />
          <Select label={text('plan')} data={tierChoices} allowDeselect={false} {...form.getInputProps('tier')} />
          <ZoneSelect
            label={text('time_zone')}
            value={form.values.time_zone}
            error={form.errors['time_zone']}
            onChange={(zone) => form.setFieldValue('time_zone', zone)}
          />
          <Fields>
            <TextInput label={text('currency')} maxLength={3} {...form.getInputProps('currency')} />
            <Select
              label={text('language')}
              data={['en', 'es', 'fr', 'de']}
              allowDeselect={false}
              {...form.getInputProps('locale')}
            />
          </Fields>
          <Switch
            label={text('temporary')}
            description={text('temporary_about')}
            disabled={onlyDemos}
            {...form.getInputProps('is_temporary', { type: 'checkbox' })}
          />
          {form.values.is_temporary ? (
            <Fields>
              <NumberInput label={text('lasts_days')} min={1} max={90} {...form.getInputProps('lasts_days')} />
              <Select label={text('world')} data={worlds} allowDeselect={false} {...form.getInputProps('world')} />
            </Fields>
          ) : null}
          {isRefusal(create.error) && Object.keys(fieldErrors(create.error)).length === 0 ? (
            <Notice tone="red">{create.error.message}</Notice>
          ) : null}
          <Button type="submit" loading={create.isPending}>
            {text('new_business')}
          </Button>
        </Stack>
      </form>
    </SidePanel>
  );
}
