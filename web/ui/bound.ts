import type { ReactNode } from 'react';

interface Props<Value> {
  value?: Value;
  error?: ReactNode;
  onChange: (value: Value) => void;
}

/** What our own fields need of a form's input props: a value that is always there, its change, its error. */
export const bound = <Value>({ value, error, onChange }: Props<Value>) => ({ value: value as Value, error, onChange });
