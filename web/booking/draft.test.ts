import { expect, test } from 'vitest';
import { advance, type Draft, emptyDraft, type Move, reachable, readDraft } from './draft.ts';

const start = '2026-07-14T08:00:00Z';
const price = { amount_minor: 3800, currency: 'EUR' };
const hold = { id: 'h1', end: '2026-07-14T08:30:00Z', price, expires_at: '2026-07-14T07:00:00Z' };
const booked = { appointment: {} as never, manage_token: 'token' };
const play = (...moves: Move[]): Draft => moves.reduce(advance, emptyDraft('Europe/Berlin'));
const toDetails: Move[] = [
  { type: 'service', id: 'haircut' },
  { type: 'day', day: '2026-07-14' },
  { type: 'held', start, hold },
  { type: 'typed', details: { name: 'Ana', email: 'ana@example.com' } },
  { type: 'answered', key: 'hair', value: 'long' },
];

test('a service leads to its times, a held time to the details', () => {
  expect(play({ type: 'service', id: 'haircut' }).step).toBe('time');
  expect(play(...toDetails).step).toBe('details');
});

test('going back keeps everything that was chosen and typed', () => {
  const back = play(...toDetails, { type: 'step', step: 'service' });
  expect(back).toMatchObject({ service_id: 'haircut', start, details: { name: 'Ana', answers: { hair: 'long' } } });
});

test('choosing the same service again keeps the day, another one does not', () => {
  expect(play(...toDetails, { type: 'service', id: 'haircut' }).day).toBe('2026-07-14');
  expect(play(...toDetails, { type: 'service', id: 'colour' })).toMatchObject({ day: null, start: null, hold: null });
});

test('no step is reached before its choices are made', () => {
  const empty = emptyDraft('UTC');
  expect(reachable(empty, 'done')).toBe('service');
  expect(reachable({ ...empty, service_id: 'haircut' }, 'details')).toBe('time');
});

test('another person begins with their own times, and the party keeps the day', () => {
  expect(play(...toDetails, { type: 'resource', id: 'ana' })).toMatchObject({ day: null, start: null });
  expect(play(...toDetails, { type: 'party', size: 3 })).toMatchObject({ day: '2026-07-14', start: null });
});

test('back from a finished booking begins another, with the name and without the answers', () => {
  const again = play(...toDetails, { type: 'booked', booked }, { type: 'step', step: 'details' });
  expect(again).toMatchObject({ step: 'time', start: null, details: { name: 'Ana', answers: {} } });
  expect(advance(again, { type: 'step', step: 'done' }).step).toBe('done');
});

test('a draft survives being stored, and foreign text is no draft', () => {
  const draft = play(...toDetails);
  expect(readDraft(JSON.stringify(draft))).toEqual(draft);
  expect([readDraft(null), readDraft('{'), readDraft('{"step":"moon"}')]).toEqual([null, null, null]);
});

test('what was kept shows its own end and price, also when the hold has run out', () => {
  const kept = { end: hold.end, price };
  expect(play(...toDetails).kept).toMatchObject(kept);
  expect(play(...toDetails, { type: 'released' })).toMatchObject({ hold: null, kept });
  expect(play(...toDetails, { type: 'resource', id: 'ana' }).kept).toBe(null);
});
