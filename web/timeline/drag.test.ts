import { expect, test } from 'vitest';
import { axisOf } from './axis.ts';
import { edgeScroll, type Grip, handAfter, type Held, isSameProposal, nothing, proposalAt } from './drag.ts';
import { at } from './timeline.testing.ts';

const zone = 'Europe/Berlin';
const day = { from: '2026-07-14', to: '2026-07-14' };
const axis = axisOf(day, { zone, band: { from: 540, until: 1020 }, pxPerHour: 60 });
const ground = { axis, zone, snapMinutes: 15, rowAt: (y: number) => (y < 50 ? 'ana' : y < 100 ? 'ben' : null) };

const held = (grip: Grip, change: Partial<Held> = {}): Held => ({
  grip,
  id: 'a',
  row: 'ana',
  start: at('10:00'),
  end: at('11:00'),
  at: { x: 90, y: 20 },
  isTouch: false,
  ...change,
});
const drop = (grip: Grip, x: number, y = 20) => {
  const { start, end, row } = proposalAt(held(grip), { x, y }, ground);
  return [start, end, row];
};

test('a mouse drags as soon as it moves, and a click does not', () => {
  const pressed = handAfter(nothing, { type: 'press', held: held('bar') });
  expect(handAfter(pressed, { type: 'move', at: { x: 92, y: 21 } }).is).toBe('pressed');
  expect(handAfter(pressed, { type: 'move', at: { x: 98, y: 21 } }).is).toBe('dragging');
  expect(handAfter(pressed, { type: 'release' })).toBe(nothing);
});

test('a finger scrolls, and drags once it has stayed', () => {
  const pressed = handAfter(nothing, { type: 'press', held: held('bar', { isTouch: true }) });
  expect(handAfter(pressed, { type: 'move', at: { x: 120, y: 20 } })).toBe(nothing);
  const dragging = handAfter(pressed, { type: 'hold' });
  expect(handAfter(dragging, { type: 'move', at: { x: 120, y: 20 } })).toMatchObject({
    is: 'dragging',
    at: { x: 120 },
  });
});

test('Escape lets go, and later moves mean nothing', () => {
  const pressed = handAfter(nothing, { type: 'press', held: held('bar') });
  const dragging = handAfter(pressed, { type: 'move', at: { x: 300, y: 20 } });
  const let_go = handAfter(dragging, { type: 'cancel' });
  expect(let_go).toBe(nothing);
  expect(handAfter(let_go, { type: 'move', at: { x: 0, y: 0 } })).toBe(nothing);
});

test('a bar keeps its length and snaps', () => {
  expect(drop('bar', 90 + 52)).toEqual([at('10:45'), at('11:45'), 'ana']);
  expect(drop('bar', 90, 70)).toEqual([at('10:00'), at('11:00'), 'ben']);
  expect(drop('bar', 90, 400)).toEqual([at('10:00'), at('11:00'), 'ana']);
});

test('an edge stays in its row and does not pass the other one', () => {
  expect(drop('end', 195, 70)).toEqual([at('10:00'), at('12:15'), 'ana']);
  expect(drop('end', 0)).toEqual([at('10:00'), at('10:15'), 'ana']);
  expect(drop('start', 30)).toEqual([at('09:30'), at('11:00'), 'ana']);
  expect(drop('start', 400)).toEqual([at('10:45'), at('11:00'), 'ana']);
});

test('empty time is drawn both ways', () => {
  const drawn = (x: number) =>
    proposalAt(held('empty', { start: at('10:00'), end: at('10:00') }), { x, y: 20 }, ground);
  expect(drawn(150)).toMatchObject({ start: at('10:00'), end: at('11:30') });
  expect(drawn(30)).toMatchObject({ start: at('09:30'), end: at('10:00') });
  expect(drawn(61)).toMatchObject({ start: at('10:00'), end: at('10:15') });
});

test('a card is put where the hand is', () => {
  expect(drop('card', 121, 70)).toEqual([at('11:00'), at('12:00'), 'ben']);
});

test('the same place twice is said once', () => {
  const one = proposalAt(held('bar'), { x: 150, y: 20 }, ground);
  expect(isSameProposal(one, proposalAt(held('bar'), { x: 152, y: 22 }, ground))).toBe(true);
  expect(isSameProposal(one, null)).toBe(false);
});

test('near an edge the board scrolls, faster the nearer', () => {
  expect(edgeScroll(500, 0, 1000)).toBe(0);
  expect(edgeScroll(30, 0, 1000)).toBeLessThan(0);
  expect(edgeScroll(995, 0, 1000)).toBeGreaterThan(edgeScroll(970, 0, 1000));
});
