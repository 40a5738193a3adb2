import type { RowProblem } from '@smooth/contract/customers/imports.ts';

type Facts = RowProblem['facts'];

/** Why a row of a file cannot be taken, as a code for those who say it in their language, and as a sentence. */
export const problemAt = (row: number, column: string | null, code: RowProblem['code'], facts: Facts = {}) => ({
  row,
  column,
  code,
  facts,
  problem: sentences[code](facts),
});

const sentences: Record<RowProblem['code'], (facts: Facts) => string> = {
  no_name: () => 'There is no name',
  not_email: ({ value }) => `“${value}” is not an e-mail address`,
  not_phone: ({ value }) => `“${value}” is not a phone number`,
  not_time_zone: ({ value }) => `“${value}” is not a time zone such as Europe/Berlin`,
  not_language: ({ value }) => `“${value}” is not a language such as de or en-GB`,
  not_taken: ({ value }) => `“${value}” is too long or cannot be kept`,
  too_many_tags: () => 'There are more than 20 tags',
  same_person: ({ row }) => `The same person as in row ${row}`,
  other_customer: ({ email, name }) => `“${email}” belongs to another customer, ${name}`,
  quotation_open: () => 'A quotation mark is never closed',
};
