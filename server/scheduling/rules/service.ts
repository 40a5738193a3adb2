import type { FieldError } from '@smooth/contract/core/errors.ts';
import type { Question } from '@smooth/contract/scheduling/services.ts';
import type { RequirementLine, ResourceTerms } from '@smooth/engine/types.ts';
import { wrong } from '../../core/field-errors.ts';

/** What a service can be judged by alone, before anybody looks at what exists. */
export interface ServiceShape {
  kind: 'appointment' | 'class';
  requires: readonly Omit<RequirementLine, 'id'>[];
  resource_terms: readonly ResourceTerms[];
  questions: readonly Question[];
  window_from_on: string | null;
  window_until_on: string | null;
}

/** Which of the types and resources that a service names exist; resources with their type. */
export interface Existing {
  types: readonly string[];
  resources: Readonly<Record<string, string>>;
}

export const wrongService = (service: ServiceShape): FieldError[] => [
  ...service.requires.flatMap((line, index) => wrongLine(line, `/body/requires/${index}`)),
  ...wrongQuestions(service.questions),
  ...wrongWindow(service),
  ...wrongTerms(service),
];

/** Lines that ask for what does not exist. */
export function wrongReferences(requires: ServiceShape['requires'], { types, resources }: Existing): FieldError[] {
  return requires.flatMap((line, index) => {
    const pointer = `/body/requires/${index}`;
    const unknownType = line.type !== null && !types.includes(line.type);
    const unknownIds = line.resource_ids.flatMap((id, at) =>
      id in resources ? [] : [wrong(`${pointer}/resource_ids/${at}`, 'There is no such resource', 'unknown')],
    );
    const ofType = unknownType ? [wrong(`${pointer}/type`, 'There is no such type', 'unknown')] : [];
    return [...ofType, ...unknownIds];
  });
}

/** Terms of resources that do not exist, or that cannot all fill the one line that decides, taking one of them. */
export function wrongDeciders(
  { requires, resource_terms }: Pick<ServiceShape, 'requires' | 'resource_terms'>,
  { resources }: Existing,
): FieldError[] {
  const pointerOf = (index: number) => `/body/resource_terms/${index}/resource_id`;
  const canFill = ({ type, resource_ids }: ServiceShape['requires'][number], id: string) =>
    resource_ids.length > 0 ? resource_ids.includes(id) : resources[id] === type;
  const unknown = resource_terms.flatMap(({ resource_id }, index) =>
    resource_id in resources ? [] : [wrong(pointerOf(index), 'There is no such resource', 'unknown')],
  );
  if (unknown.length > 0) return unknown;
  const line = requires.find((one) => resource_terms.some(({ resource_id }) => canFill(one, resource_id)));
  const strangers = resource_terms.flatMap(({ resource_id }, index) => {
    if (line && canFill(line, resource_id)) return [];
    const takesPart = requires.some((one) => canFill(one, resource_id));
    const detail = takesPart
      ? 'Only resources of one requirement can have a duration or price of their own'
      : 'It cannot do this service';
    return [wrong(pointerOf(index), detail)];
  });
  const severalAtOnce = line && line.quantity > 1 && strangers.length === 0;
  return severalAtOnce
    ? [wrong('/body/resource_terms', 'Where several work together, there is one duration and one price')]
    : strangers;
}

function wrongTerms({ kind, resource_terms }: ServiceShape): FieldError[] {
  if (kind === 'class' && resource_terms.length > 0)
    return [wrong('/body/resource_terms', 'A class has one duration and one price')];
  return resource_terms.flatMap(({ resource_id }, index) =>
    resource_terms.findIndex((terms) => terms.resource_id === resource_id) < index
      ? [wrong(`/body/resource_terms/${index}/resource_id`, 'Name each resource once', 'duplicate')]
      : [],
  );
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
