import type { Endpoint } from './endpoint.ts';

/** How an operation is called in documents and in the client: `appointments.cancel`. */
export interface OperationName {
  group: string;
  verb: string;
}

/** A sub-resource that stands for something that is done, and the word for doing it. */
const done: Record<string, string> = {
  cancellation: 'cancel',
  approval: 'approve',
  decline: 'decline',
  check_in: 'checkIn',
  completion: 'complete',
  no_show: 'markNoShow',
  no_show_reversal: 'undoNoShow',
  revocation: 'revoke',
  deactivation: 'deactivate',
  reactivation: 'reactivate',
  withdrawal: 'withdraw',
  rotation: 'rotate',
  erasure: 'erase',
  explain: 'explain',
  export_csv: 'exportCsv',
};

const plain = { GET: 'get', POST: 'create', PATCH: 'change', PUT: 'set', DELETE: 'delete' } as const;

/**
 * The name of an operation follows from its method and path, so that nobody has to think one up: `GET /api/v1/services`
 * is `services.list`, `POST /api/v1/appointments/:id/cancellation` is `appointments.cancel`. Of the booking page:
 * `booking.createAppointment`.
 */
export function operationNameOf({
  method,
  path,
  responses,
}: Pick<Endpoint, 'method' | 'path' | 'responses'>): OperationName {
  const [surface = '', collection = '', ...below] = path.replace(/^\/api\//, '').split('/');
  const words = below.filter((part) => !part.startsWith(':')).map((part) => part.replaceAll('.', '_'));
  const endsInOne = below.at(-1)?.startsWith(':') ?? false;
  const isList = method === 'GET' && !endsInOne && isListed(responses);
  const verb = words.length > 0 ? verbBelow({ method, words, endsInOne, isList }) : isList ? 'list' : plain[method];
  if (surface === 'v1') return { group: camel(collection), verb };
  const isSaid = method === 'GET' && words.length > 0;
  return { group: surface, verb: isSaid ? verb : `${verb}${capital(isList ? collection : singular(collection))}` };
}

interface Below {
  method: Endpoint['method'];
  words: string[];
  endsInOne: boolean;
  isList: boolean;
}

function verbBelow({ method, words, endsInOne, isList }: Below): string {
  const [word = ''] = words;
  if (words.length === 1 && done[word]) return done[word];
  if (method === 'POST' && words.length === 1) return camel(word);
  const what = capital(words.map((one, at) => (endsInOne && at === words.length - 1 ? singular(one) : one)).join('_'));
  return `${isList ? 'list' : plain[method]}${what}`;
}

const isListed = (responses: Endpoint['responses']): boolean =>
  Object.values(responses).some((schema) => 'shape' in schema && 'data' in (schema.shape as object));

const camel = (text: string): string => text.replaceAll(/[_-]([a-z])/g, (_, letter: string) => letter.toUpperCase());
const capital = (text: string): string => camel(`_${text}`);
const singular = (text: string): string =>
  text
    .replace(/ies$/, 'y')
    .replace(/(?<=ss)es$/, '')
    .replace(/(?<!s)s$/, '');
