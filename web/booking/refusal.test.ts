import { expect, test } from 'vitest';
import { CallFailed } from './api.ts';
import { formatOf } from './format.ts';
import { contactIn, explain, isLost } from './refusal.ts';
import { words } from './words/en.ts';
import { speechOf } from './words/words.ts';

const business = { name: 'Demo Salon', phone: '+1 555 0100', email: null };
const context = { speech: speechOf(words, 'en'), format: formatOf('en'), business };
const refused = (code: string, status = 422) =>
  new CallFailed({ type: '', title: '', status, code, detail: 'A sentence.', request_id: 'r1' }, 30);

test('without an answer the connection is gone', () => {
  expect(explain(new CallFailed(null), context).title).toBe('No connection');
});

test('a limit says when to try again', () => {
  expect(explain(refused('rate_limited', 429), context).text).toContain('in 30 seconds');
});

test('a fault of the server shows the id of the request, and no inner detail', () => {
  const shown = explain(refused('internal', 500), context);
  expect(shown).toMatchObject({ title: 'Something went wrong on our side', requestId: 'r1' });
  expect(shown.text).not.toContain('A sentence.');
});

test('a blocked customer learns whom to call', () => {
  expect(explain(refused('customer_blocked'), context).text).toContain('call +1\u00a0555\u00a00100');
});

test('a refusal without words of its own speaks with the words of the server', () => {
  expect(explain(refused('something_new'), context).text).toBe('A sentence.');
});

test('a business without a phone is written to, one without both is contacted', () => {
  const { speech } = context;
  expect(contactIn(speech, { ...business, phone: null, email: 'a@b.example' })).toBe('write to a@b.example');
  expect(contactIn(speech, { ...business, phone: null })).toBe('contact Demo Salon');
});

test('a taken time and a full class are lost, a closed day is not', () => {
  expect([
    isLost(refused('slot_unavailable', 409)),
    isLost(refused('capacity', 409)),
    isLost(refused('closed')),
  ]).toEqual([true, true, false]);
});
