import type { Problem } from '@smooth/contract/core/endpoint.ts';
import type { Spoken } from '../words/spoken.ts';

type Texts = Readonly<Record<string, unknown>>;

/**
 * A refusal as the person reads it. Titles and texts stand in the dictionary under the code; where the server has
 * answered in the language itself, its own sentence says more. English is what the server speaks by itself.
 */
export function problemIn(problem: Problem, { language, words }: Spoken, answeredIn: string | null): Problem {
  const texts: Texts = words['app'];
  const known = textOf(texts, `refused_${problem.code}`);
  const text = textOf(texts, `refused_${problem.code}_text`) ?? textOf(texts, 'refused_text')!;
  const isOurs = language === 'en' || answeredIn === language || known === undefined;
  return {
    ...problem,
    title: known ?? problem.title,
    detail: (isOurs && problem.detail) || text,
    ...(problem.errors && { errors: language === 'en' ? problem.errors : fieldsIn(problem.errors, texts) }),
  };
}

const fieldsIn = (errors: NonNullable<Problem['errors']>, texts: Texts) =>
  errors.map((error) => ({
    ...error,
    detail: textOf(texts, `field_${error.code}`) ?? textOf(texts, 'field_other') ?? error.detail,
  }));

function textOf(texts: Texts, key: string): string | undefined {
  const found = Object.hasOwn(texts, key) ? texts[key] : undefined;
  return typeof found === 'string' ? found : undefined;
}
