import type { Question } from '@smooth/contract/scheduling/services.ts';
import type { FieldError } from '@smooth/contract/core/errors.ts';

type Answers = Record<string, string | boolean>;

/** What is wrong with the answers to the questions of a service; empty when nothing is. */
export function answerErrors(questions: readonly Question[], answers: Answers): FieldError[] {
  const known = new Set(questions.map(({ key }) => key));
  const strangers = Object.keys(answers).filter((key) => !known.has(key));
  return [
    ...strangers.map((key) => error(key, 'unknown_field', 'This question is not asked')),
    ...questions.flatMap((question) => ofQuestion(question, answers[question.key])),
  ];
}

function ofQuestion({ key, kind, choices, is_required }: Question, answer: string | boolean | undefined): FieldError[] {
  const isEmpty = answer === undefined || answer === '' || answer === false;
  if (isEmpty) return is_required ? [error(key, 'required', 'Answer this question')] : [];
  if ((kind === 'checkbox') !== (typeof answer === 'boolean'))
    return [error(key, 'invalid_type', kind === 'checkbox' ? 'Answer with true or false' : 'Answer with text')];
  if (kind === 'choice' && !choices.includes(String(answer)))
    return [error(key, 'invalid_value', `Choose one of ${choices.join(', ')}`)];
  return [];
}

const error = (key: string, code: string, detail: string): FieldError => ({
  pointer: `/body/answers/${key}`,
  code,
  detail,
});
