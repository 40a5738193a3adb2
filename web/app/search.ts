/** Reading what stands behind the question mark of an address: anything may stand there. */
export const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined;

export const date = (value: unknown): string | undefined => {
  const found = text(value);
  return found && /^\d{4}-\d\d-\d\d$/.test(found) ? found : undefined;
};

export const oneOf =
  <const Choice extends string>(...choices: Choice[]) =>
  (value: unknown): Choice | undefined =>
    choices.find((choice) => choice === value);
