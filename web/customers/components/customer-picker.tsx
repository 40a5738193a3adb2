import { Combobox, InputBase, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSpeech } from '../../words/use-speech.tsx';
import { Fields, Stack } from '../../ui/page.tsx';
import { customerSearchQuery } from '../api.ts';
import classes from './customer-picker.module.css';

/** A known customer, or the facts of a new one. */
export interface CustomerChoice {
  id: string | null;
  name: string;
  email: string;
  phone: string;
}
export const noCustomer: CustomerChoice = { id: null, name: '', email: '', phone: '' };

interface CustomerPicker {
  value: CustomerChoice;
  errors?: Record<string, string>;
  /** Nobody new can be added here. */
  onlyKnown?: boolean;
  onChange: (value: CustomerChoice) => void;
}

/** Finds a customer by name, e-mail or phone; what was typed becomes the name of a new one. */
export function CustomerPicker({ value, errors = {}, onlyKnown = false, onChange }: CustomerPicker) {
  const { text } = useSpeech('customers');
  const [isNew, setIsNew] = useState(false);
  const [typed, setTyped] = useState(value.name);
  const [sought] = useDebouncedValue(typed.trim(), 200);
  const { data: found = [] } = useQuery(customerSearchQuery(sought));
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const choose = (id: string) => {
    const known = found.find((customer) => customer.id === id);
    if (known) {
      setTyped(known.name);
      onChange({ id, name: known.name, email: known.email ?? '', phone: known.phone ?? '' });
    } else {
      setIsNew(true);
      onChange({ ...noCustomer, name: typed.trim() });
    }
    combobox.closeDropdown();
  };
  if (isNew) {
    return <NewCustomer value={value} errors={errors} onChange={onChange} onBack={() => backToSearch()} />;
  }
  function backToSearch() {
    setIsNew(false);
    setTyped(value.name);
    onChange(noCustomer);
  }
  return (
    <Combobox store={combobox} onOptionSubmit={choose}>
      <Combobox.Target>
        <InputBase
          label={text('customer')}
          placeholder={text('search_by')}
          autoComplete="off"
          error={errors['customer_id'] ?? errors['customer']}
          value={typed}
          onFocus={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
          onChange={({ currentTarget }) => {
            setTyped(currentTarget.value);
            if (value.id) onChange(noCustomer);
            combobox.openDropdown();
            combobox.updateSelectedOptionIndex();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options className={classes.options}>
          {found.map((customer) => (
            <Combobox.Option key={customer.id} value={customer.id}>
              <strong>{customer.name}</strong>
              <span className="caption">{[customer.email, customer.phone].filter(Boolean).join(', ')}</span>
            </Combobox.Option>
          ))}
          {onlyKnown ? null : (
            <Combobox.Option value="new">
              <strong className={classes.new}>
                <IconUserPlus aria-hidden />
                {typed.trim() ? text('add_new_named', { name: typed.trim() }) : text('add_new')}
              </strong>
            </Combobox.Option>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function NewCustomer({ value, errors = {}, onChange, onBack }: CustomerPicker & { onBack: () => void }) {
  const { text } = useSpeech('customers');
  const field = (name: 'name' | 'email' | 'phone') => ({
    value: value[name],
    error: errors[`customer.${name}`],
    onChange: ({ currentTarget }: React.ChangeEvent<HTMLInputElement>) =>
      onChange({ ...value, [name]: currentTarget.value }),
  });
  return (
    <Stack>
      <TextInput label={text('new_name')} required data-autofocus autoComplete="off" {...field('name')} />
      <Fields>
        <TextInput label={text('email')} type="email" autoComplete="off" {...field('email')} />
        <TextInput label={text('phone')} type="tel" autoComplete="off" {...field('phone')} />
      </Fields>
      <button type="button" className={classes.back} onClick={onBack}>
        {text('look_for_known')}
      </button>
    </Stack>
  );
}
