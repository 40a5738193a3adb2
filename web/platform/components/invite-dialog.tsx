import { Button, Checkbox, Collapse, Modal, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import {
  type Entitlements,
  type Overrides,
  permissionNames,
  type Tier,
} from '@smooth/contract/tenancy/entitlements.ts';
import { useQuery } from '@tanstack/react-query';
import { fieldErrors, isRefusal } from '../../app/refusal.ts';
import { Notice } from '../../ui/notice.tsx';
import { Buttons, Stack } from '../../ui/page.tsx';
import { tell } from '../../ui/tell.tsx';
import { type Language, languages } from '../../words/languages.ts';
import { useSpeech, useVoice } from '../../words/use-speech.tsx';
import { useInvite } from '../api/invitations.ts';
import { plansQuery } from '../api/plans.ts';
import { EntitlementFields } from './entitlement-fields.tsx';
import { tierChoices } from '../tiers.ts';

/** What a business begins from where its plan cannot be read. */
const without: Entitlements = {
  limits: { staff: 2, locations: 1, services: 10, appointments_per_month: 200, domains: 0 },
  permissions: Object.fromEntries(permissionNames.map((name) => [name, false])) as Entitlements['permissions'],
};

interface Invite {
  email: string;
  business_name: string;
  tier: Tier;
  locale: Language;
  is_overridden: boolean;
  overrides: Overrides;
}

/** Invites a business. What differs from the plan is sent only where the box is ticked. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const { text } = useSpeech('platform');
  const { language } = useVoice();
  const invite = useInvite();
  const { data: plans } = useQuery(plansQuery);
  const form = useForm<Invite>({
    initialValues: {
      email: '',
      business_name: '',
      tier: 'STARTER',
      locale: language,
      is_overridden: false,
      overrides: {},
    },
    validate: {
      email: (email) => (/^\S+@\S+$/.test(email.trim()) ? null : text('email_missing')),
      business_name: (name) => (name.trim() ? null : text('name_missing')),
    },
  });
  const { tier, is_overridden, overrides } = form.values;
  const submit = form.onSubmit(({ email, business_name, locale }) =>
    invite.mutate(
      { email: email.trim(), business_name, tier, locale, ...(is_overridden && { overrides }) },
      {
        onSuccess: (invited) => {
          tell(text('invited', { email: invited.email }));
          onClose();
        },
        onError: (error) => form.setErrors(fieldErrors(error)),
      },
    ),
  );
  return (
    <Modal opened onClose={onClose} title={text('invite')} size="lg">
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput label={text('email')} type="email" required data-autofocus {...form.getInputProps('email')} />
          <TextInput label={text('business_name')} required {...form.getInputProps('business_name')} />
          <Select
            label={text('plan')}
            data={tierChoices}
            allowDeselect={false}
            value={tier}
            onChange={(chosen) => form.setValues({ tier: chosen ?? tier, overrides: {} })}
          />
          <Select
            label={text('language')}
            description={text('invite_language')}
            data={Object.entries(languages).map(([value, label]) => ({ value, label }))}
            allowDeselect={false}
            {...form.getInputProps('locale')}
          />
          <Checkbox
            label={text('override_tier')}
            aria-expanded={is_overridden}
            {...form.getInputProps('is_overridden', { type: 'checkbox' })}
          />
          <Collapse expanded={is_overridden} transitionDuration={160}>
            <EntitlementFields
              plan={plans?.find((plan) => plan.tier === tier) ?? without}
              empty="plan"
              value={overrides}
              onChange={(given) => form.setFieldValue('overrides', given)}
            />
          </Collapse>
          {isRefusal(invite.error) && Object.keys(fieldErrors(invite.error)).length === 0 ? (
            <Notice tone="red">{invite.error.message}</Notice>
          ) : null}
          <Buttons>
            <Button type="submit" loading={invite.isPending}>
              {text('invite')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {text('cancel')}
            </Button>
          </Buttons>
        </Stack>
      </form>
    </Modal>
  );
}
