import type { FieldError } from '@smooth/contract/core/errors.ts';
import type { Question } from '@smooth/contract/scheduling/services.ts';
import type { RequirementLine } from '@smooth/engine/types.ts';
import { wrong } from '../../core/field-errors.ts';

/** What a service can be judged by alone, before anybody looks at what exists. */
export interface ServiceShape {
  requires: readonly Omit<RequirementLine, 'id'>[];
  questions: readonly Question[];
  window_from_on: string | null;
  window_until_on: string | null;
}

/** Which of the types and resources that lines name exist. */
export interface Existing {
  types: readonly string[];
  resource_ids: readonly string[];
}

export const wrongService = (service: ServiceShape): FieldError[] => [
  ...service.requires.flatMap((line, index) => wrongLine(line, `/body/requires/${index}`)),
  ...wrongQuestions(service.questions),
  ...wrongWindow(service),
];

/** Lines that ask for what does not exist. */
export function wrongReferences(requires: ServiceShape['requires'], { types, resource_ids }: Existing): FieldError[] {
  return requires.flatMap((line, index) => {
    const pointer = `/body/requires/${index}`;
    const unknownType = line.type !== null && !types.includes(line.type);
    const unknownIds = line.resource_ids.flatMap((id, at) =>
      resource_ids.includes(id) ? [] : [wrong(`${pointer}/resource_ids/${at}`, 'There is no such resource', 'unknown')],
    );
    const ofType = unknownType ? [wrong(`${pointer}/type`, 'There is no such type', 'unknown')] : [];
    return [...ofType, ...unknownIds];
  });
}

function wrongLine({ type, resource_ids, quantity }: ServiceShape['requires'][number], pointer: string): FieldError[] {
  if (type === null && resource_ids.length === 0)
    return [wrong(pointer, 'Name a type or the resources that may serve')];
  if (new Set(resource_ids).size < resource_ids.length)
    return [wrong(`${pointer}/resource_ids`, 'Name each resource once')];
  if (resource_ids.length > 0 && quantity > resource_ids.length)
    return [wrong(`${pointer}/quantity`, 'More are needed than are named')];
  return [];
}

function wrongQuestions(questions: readonly Question[]): FieldError[] {
  return questions.flatMap(({ key, kind, choices }, index) => {
    const isTwice = questions.findIndex((question) => question.key === key) < index;
    const lacksChoices = kind === 'choice' && choices.length === 0;
    return [
      ...(isTwice ? [wrong(`/body/questions/${index}/key`, 'Another question has this key', 'duplicate')] : []),
      ...(lacksChoices ? [wrong(`/body/questions/${index}/choices`, 'Offer at least one choice')] : []),
    ];
  });
}

const wrongWindow = ({ window_from_on: from, window_until_on: until }: ServiceShape): FieldError[] =>
  from !== null && until !== null && until < from
    ? [wrong('/body/window_until_on', 'The last date must not be before the first')]
    : [];
