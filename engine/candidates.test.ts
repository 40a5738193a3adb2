import { describe, expect, test } from 'vitest';
import { listStarts } from './availability.ts';
import { at, question, times } from './question.testing.ts';
import { busy, haircut, line, person, place, room, salon } from './salon.testing.ts';

describe('resources', () => {
  const requires = [line('person', { is_choosable: true }), line('room')];

  test('every line needs one: without a room Ana is not offered', () => {
    const rooms = ['room 1', 'room 2'].map((id) => busy(id, '2026-05-04T13:00:00Z', 60));
    expect(times({ service: haircut({ requires }), busy: rooms })[0]).toBe('10:00');
  });

  test('one person does not fill two lines', () => {
    const two = haircut({ requires: [line('person'), line('person', { id: 'assistant' })] });
    expect(times({ service: two })).toHaveLength(8);
    expect(times({ service: two, busy: [busy('ben', '2026-05-04T13:00:00Z', 60)] })[0]).toBe('10:00');
    expect(times({ service: haircut({ requires: [line('person', { quantity: 3 })] }) })).toEqual([]);
  });

  test('only those are named with whom the rest still works out', () => {
    const service = haircut({
      requires: [line('person', { is_choosable: true }), line('person', { id: 'senior', resource_ids: ['ana'] })],
    });
    expect(listStarts(question({ service }))[0]!.resource_ids).toEqual(['ben']);
    expect(times({ service, resourceId: 'ana' })).toEqual([]);
  });

  test('a customer can wish only for what is choosable', () => {
    const service = haircut({ requires });
    expect(listStarts(question({ service, resourceId: 'ben' }))[0]!.resource_ids).toEqual(['ben']);
    expect(times({ service, resourceId: 'room 1' })).toEqual([]);
    expect(times({ service, resourceId: 'room 1', audience: 'business' })).toHaveLength(8);
    expect(times({ service, resourceId: 'zoe' })).toEqual([]);
  });

  test('who is inactive fills nothing', () => {
    const rules = salon([person('ana', { is_active: false }), person('ben')]);
    expect(listStarts(question({ rules }))[0]!.resource_ids).toEqual(['ben']);
  });

  test('capacity is a peak: two in a row leave room for a third beside them', () => {
    const rules = salon([person('ana', { capacity: 2 })]);
    const row = [busy('ana', '2026-05-04T13:00:00Z', 30), busy('ana', '2026-05-04T13:30:00Z', 30)];
    expect(times({ rules, busy: row })[0]).toBe('9:00');
    expect(times({ rules, busy: [...row, busy('ana', '2026-05-04T13:29:00Z', 2)] })[0]).toBe('10:00');
  });

  test('more than thirty-two work as few do', () => {
    const many = Array.from({ length: 70 }, (_, index) => person(`p${index}`));
    const taken = many.slice(0, 69).map(({ id }) => busy(id, '2026-05-04T13:00:00Z', 60));
    const offers = listStarts(question({ rules: salon(many), busy: taken }));
    expect(offers[0]!.resource_ids).toEqual(['p69']);
    expect(offers[1]!.resource_ids).toHaveLength(70);
    const pair = haircut({ requires: [line('person'), line('person', { id: 'b', resource_ids: ['p69', 'p68'] })] });
    expect(listStarts(question({ rules: salon(many), busy: taken, service: pair }))[0]!.start).toBe(
      at('10:00', 0).start,
    );
  });

  test('of two locations do not mix', () => {
    const locations = [place(), place({ id: 'branch', time_zone: 'America/Chicago' })];
    const rules = { ...salon([person('ana')]), locations };
    const elsewhere = { ...rules, resources: [person('ana'), room('room 1', { location_id: 'branch' })] };
    expect(times({ rules: elsewhere, service: haircut({ requires }) })).toEqual([]);
    const both = { ...rules, resources: [person('ana'), person('cleo', { location_id: 'branch' })] };
    expect(listStarts(question({ rules: both })).map(({ resource_ids }) => resource_ids.join())).toEqual([
      'ana',
      ...Array.from({ length: 7 }, () => 'ana,cleo'),
      'cleo',
    ]);
  });
});
