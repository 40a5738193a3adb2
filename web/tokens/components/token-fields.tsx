import { InputWrapper, NumberInput, SegmentedControl, Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { versions } from '@smooth/contract/core/versions.ts';
import { MOST_REQUESTS_PER_MINUTE } from '@smooth/contract/tokens/tokens.ts';
import { useBusiness } from '../../identity/api.ts';
import { Fields } from '../../ui/page.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import { lifetimes, type TokenForm } from '../token-form.ts';
import { ScopeMatrix } from './scope-matrix.tsx';

interface TokenFields {
  form: UseFormReturnType<TokenForm>;
  /** Of one that is there, its mode is settled. */
  isNew: boolean;
}

/** All that a person says of a token. */
export function TokenFields({ form, isNew }: TokenFields) {
  const { text } = useSpeech('tokens');
  const choices = lifetimes.filter((lasts) => isNew !== (lasts === 'as_it_is') || !isNew);
  return (
    <>
      <TextInput
        label={text('name')}
        description={text('name_about')}
        maxLength={120}
        data-autofocus
        {...form.getInputProps('name')}
      />
      {isNew ? <ModeChoice form={form} /> : null}
      <ScopeMatrix
        value={form.values.scopes}
        onChange={(scopes) => form.setFieldValue('scopes', scopes)}
        error={form.errors['scopes'] as string | undefined}
      />
      <Fields>
        <Select
          label={text('lasts')}
          allowDeselect={false}
          data={choices.map((value) => ({ value, label: text(`lasts_${value}`) }))}
          {...form.getInputProps('lasts')}
        />
        <NumberInput
          label={text('limit')}
          min={1}
          max={MOST_REQUESTS_PER_MINUTE}
          allowDecimal={false}
          {...form.getInputProps('requests_per_minute')}
        />
      </Fields>
      <Select
        label={text('version')}
        description={text('version_about')}
        allowDeselect={false}
        data={versions.toReversed()}
        {...form.getInputProps('version')}
      />
    </>
  );
}

function ModeChoice({ form }: Pick<TokenFields, 'form'>) {
  const { text } = useSpeech('tokens');
  const { sandbox_enabled } = useBusiness();
  return (
    <InputWrapper label={text('mode')} labelElement="div" description={text(`${form.values.mode}_about`)}>
      <div>
        <SegmentedControl
          aria-label={text('mode')}
          data={[
            { value: 'sandbox', label: text('sandbox'), disabled: !sandbox_enabled },
            { value: 'live', label: text('live') },
          ]}
          {...form.getInputProps('mode')}
        />
      </div>
    </InputWrapper>
  );
}
