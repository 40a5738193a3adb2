import { expect, test } from 'vitest';
import { answersTo, faultsIn, faultsOf } from './check.ts';

const question = (key: string, kind: 'text' | 'choice' | 'checkbox', is_required = true) => ({
  key,
  kind,
  is_required,
  label: key,
  choices: [],
});
const ana = { name: 'Ana', email: 'ana@example.com', phone: '', answers: {} };
const haircut = { needs_phone: false, questions: [] };

test('a name and an address are enough where nothing else is asked', () => {
  expect(faultsIn(ana, haircut)).toEqual({});
});

test('each empty field says what it needs', () => {
  expect(faultsIn({ ...ana, name: ' ', email: '' }, { ...haircut, needs_phone: true })).toEqual({
    name: 'name_missing',
    email: 'email_missing',
    phone: 'phone_missing',
  });
});

test.each(['ana', 'ana@', 'ana@example', 'a b@example.com'])('%s is not yet an address', (email) => {
  expect(faultsIn({ ...ana, email }, haircut)).toEqual({ email: 'email_shape' });
});

test('required questions are asked for in the manner of their kind', () => {
  const questions = [question('hair', 'text'), question('length', 'choice'), question('rules', 'checkbox')];
  expect(faultsIn({ ...ana, answers: { hair: ' ', rules: false } }, { ...haircut, questions })).toEqual({
    'answer.hair': 'answer_missing',
    'answer.length': 'choice_missing',
    'answer.rules': 'tick_missing',
  });
});

test('what the server found lands at the same fields', () => {
  const errors = ['/body/customer/email', '/body/answers/hair', '/body/start'].map((pointer) => ({
    pointer,
    code: 'x',
    detail: 'x',
  }));
  const problem = { type: '', title: '', status: 400, code: 'malformed_request', detail: '', request_id: '', errors };
  expect(faultsOf(problem, { ...haircut, questions: [question('hair', 'text')] })).toEqual({
    email: 'email_shape',
    'answer.hair': 'answer_missing',
  });
});

test('only answers to questions of the service are sent, and no empty ones', () => {
  const questions = [question('hair', 'text'), question('note', 'text'), question('rules', 'checkbox')];
  expect(answersTo(questions, { hair: ' long ', note: ' ', rules: true, other: 'x' })).toEqual({
    hair: 'long',
    rules: true,
  });
});
