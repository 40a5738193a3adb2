import * as events from '@smooth/contract/scheduling/events.ts';
import { expect, test } from 'vitest';
import { keysFor } from './realtime.ts';

test('every event that the contract knows has something fetched afresh', () => {
  const types = Object.values(events).flatMap((one) =>
    'type' in one ? [one.type] : Object.values(one).map(({ type }) => type),
  );
  expect(types.filter((type) => keysFor(type).length === 0)).toEqual([]);
});

test('an event of another release is left alone', () => {
  expect(keysFor('weather.changed')).toEqual([]);
});
