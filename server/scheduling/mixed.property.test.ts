import { createClass } from '@smooth/contract/scheduling/classes.ts';
import { createResource } from '@smooth/contract/scheduling/resources.ts';
import { createService } from '@smooth/contract/scheduling/services.ts';
import { system } from '../core/actor.ts';
import { expectNothingSoldTwice } from '../testing/overlaps.ts';
import type { Answer } from '../testing/person.ts';
import { expect, test } from '../testing/test.ts';
import type { World } from '../testing/world.ts';
import { expireApproval } from './actions/change-status.ts';

/*
 * Everything that takes or frees time, in random order and eight at a time, against a model in memory that knows only
 * what was answered. Afterwards the rows must say what the answers said: nothing lost, nothing twice, no seat miscounted.
 */

const OPERATIONS = process.env['LONG'] ? 100_000 : 320;
const AT_ONCE = 8;

/** What a writer was told of one appointment. */
interface Told {
  id: string;
  link: string | null;
  status: string;
  revision: number;
  start: string;
}

interface Scene {
  salon: World;
  random: () => number;
  told: Map<string, Told>;
  holds: { id: string; start: string; service_id: string }[];
  services: string[];
  classes: { service_id: string; start: string }[];
}

test(
  'three hundred operations at random leave exactly what was answered',
  { timeout: 14_400_000 },
  async ({ salon, at }) => {
    const scene = await sceneOf(salon);
    let minutes = 0;
    for (let done = 0; done < OPERATIONS; done += AT_ONCE) {
      const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => one(scene)));
      expect(answers.filter((status) => status >= 500)).toEqual([]);
      // Holds run out, requests lapse, and the calendar is emptied before it is full.
      at(new Date(Date.parse('2026-07-14T08:00:00Z') + (minutes += 1) * 60_000).toISOString());
      if (done % 4000 === 3992) await emptied(scene);
      if (done % 400 === 392) await expectNothingSoldTwice(salon);
    }
    await expectNothingSoldTwice(salon);
    await expectToldIsTrue(scene);
    await expectOneEventPerChange(salon);
  },
);

async function sceneOf(salon: World): Promise<Scene> {
  const olga = salon.people['olga']!;
  const van = await olga.call(createResource, { body: { name: 'Van', type: 'equipment', capacity: 3 } });
  const service = async (body: object) =>
    (await olga.call(createService, { body: { name: 'Mixed', duration_minutes: 45, ...body } })).body.id;
  const services = [
    salon.services['haircut']!,
    await service({ padding_after_minutes: 15, requires: [{ type: 'staff' }] }),
    await service({ needs_approval: true, requires: [{ type: 'staff' }, { type: 'room' }] }),
    await service({ padding_before_minutes: 10, requires: [{ resource_ids: [van.body.id], units: 2 }] }),
    await service({ requires: [{ resource_ids: [van.body.id] }] }),
  ];
  const course = await service({ kind: 'class', capacity: 12, requires: [] });
  const classes = [];
  for (const start of ['2026-08-03T08:00:00Z', '2026-08-04T08:00:00Z', '2026-08-05T08:00:00Z']) {
    expect((await olga.call(createClass, { body: { service_id: course, start } })).status).toBe(201);
    classes.push({ service_id: course, start });
  }
  return { salon, random: chance(20_260_714), told: new Map(), holds: [], services, classes };
}

/** Always the same numbers from one seed (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const pick = <T>({ random }: Scene, list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
/** One of a few hundred starts, so that many want the same. */
function aStart({ random }: Scene): string {
  const day = String(3 + Math.floor(random() * 5)).padStart(2, '0');
  const minutes = 7 * 60 + Math.floor(random() * 28) * 15;
  return `2026-08-${day}T${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}:00Z`;
}
const guest = ({ random }: Scene) => {
  const n = Math.floor(random() * 30);
  return { name: `Guest ${n}`, email: `guest${n}@example.com` };
};

type Operation = (scene: Scene) => Promise<Answer | null>;

const operations: Operation[] = [
  book,
  book,
  book,
  staffBook,
  hold,
  confirm,
  join,
  move,
  staffMove,
  ...verbs(),
  cancelByLink,
  expire,
  block,
];

async function one(scene: Scene): Promise<number> {
  return (await pick(scene, operations)!(scene))?.status ?? 0;
}

function learn({ told }: Scene, answer: Answer, link: string | null): Answer {
  if (answer.status >= 300) return answer;
  const { id, status, revision, start } = (answer.body['appointment'] ?? answer.body) as unknown as Told;
  const known = told.get(id);
  // Two answers about one appointment may arrive in either order; the higher revision is the later one.
  if (!known || known.revision < revision)
    told.set(id, { id, status, revision, start, link: link ?? known?.link ?? null });
  return answer;
}

const olgaOf = ({ salon }: Scene) => salon.people['olga']!;
const visit = async (scene: Scene, body: object) => {
  const answer = await scene.salon.visitor.post('/api/booking/appointments', { customer: guest(scene), ...body });
  return learn(scene, answer, (answer.body?.['manage_token'] as string | undefined) ?? null);
};

function book(scene: Scene) {
  return visit(scene, { service_id: pick(scene, scene.services), start: aStart(scene) });
}

async function staffBook(scene: Scene) {
  const body = { service_id: pick(scene, scene.services), start: aStart(scene), customer: guest(scene) };
  return learn(scene, await olgaOf(scene).post('/api/v1/appointments', body), null);
}

async function hold(scene: Scene) {
  const service_id = pick(scene, scene.services)!;
  const start = aStart(scene);
  const answer = await scene.salon.visitor.post('/api/booking/holds', { service_id, start });
  if (answer.status === 201) scene.holds.push({ id: String(answer.body['id']), start, service_id });
  return answer;
}

async function confirm(scene: Scene) {
  const held = scene.holds.shift();
  return held ? visit(scene, { service_id: held.service_id, start: held.start, hold_id: held.id }) : null;
}

function join(scene: Scene) {
  return visit(scene, { ...pick(scene, scene.classes), party_size: 1 + Math.floor(scene.random() * 3) });
}

async function move(scene: Scene) {
  const one = pick(
    scene,
    [...scene.told.values()].filter(({ link }) => link !== null),
  );
  if (!one) return null;
  const path = `/api/booking/appointments/${one.link}/reschedule`;
  return learn(scene, await scene.salon.visitor.post(path, { start: aStart(scene) }), null);
}

const living = (scene: Scene) => [...scene.told.values()].filter(({ status }) => /^(pending|confirmed)/.test(status));

async function staffMove(scene: Scene) {
  const one = pick(scene, living(scene));
  if (!one) return null;
  const body = { revision: one.revision, start: aStart(scene) };
  return learn(scene, await olgaOf(scene).post(`/api/v1/appointments/${one.id}/reschedule`, body), null);
}

function verbs(): Operation[] {
  return ['approval', 'approval', 'decline', 'cancellation'].map((name) => async (scene: Scene) => {
    const one = pick(scene, living(scene));
    if (!one) return null;
    const answer = await olgaOf(scene).post(`/api/v1/appointments/${one.id}/${name}`, { revision: one.revision });
    return learn(scene, answer, null);
  });
}

async function cancelByLink(scene: Scene) {
  const one = pick(
    scene,
    [...scene.told.values()].filter(({ link }) => link !== null),
  );
  return one
    ? learn(scene, await scene.salon.visitor.post(`/api/booking/appointments/${one.link}/cancellation`, {}), null)
    : null;
}

async function expire(scene: Scene) {
  const one = pick(scene, living(scene));
  if (one) await scene.salon.inside((tx) => expireApproval(tx, one.id, system));
  return null;
}

async function block(scene: Scene) {
  const start = aStart(scene);
  const body = {
    resource_id: scene.salon.resources['ana'],
    start,
    end: new Date(Date.parse(start) + 1_800_000).toISOString(),
  };
  const answer = await olgaOf(scene).post('/api/v1/blocks', body);
  const { id } = (answer.body['block'] ?? {}) as { id: string };
  return id ? olgaOf(scene).delete(`/api/v1/blocks/${id}`) : answer;
}

/** The long run begins anew now and then, since a full calendar refuses everything. */
async function emptied(scene: Scene): Promise<void> {
  for (const one of living(scene)) {
    const answer = await olgaOf(scene).get(`/api/v1/appointments/${one.id}`);
    const { revision, status } = answer.body as unknown as Told;
    if (!/^(pending|confirmed)/.test(status)) continue;
    learn(scene, await olgaOf(scene).post(`/api/v1/appointments/${one.id}/cancellation`, { revision }), null);
  }
}

/** Every acknowledged change is in the rows, and there is no appointment that nobody was told of. */
async function expectToldIsTrue({ salon, told }: Scene): Promise<void> {
  const rows = await salon.rows<Told & { starts_at: number }>(
    'SELECT id, status, revision, starts_at FROM appointments',
  );
  const differing = rows.filter(({ id, status, revision, starts_at }) => {
    const known = told.get(id);
    // Time itself may have gone one step further than anybody was told.
    if (known && status === 'expired') return revision !== known.revision + 1;
    return known?.status !== status || known.revision !== revision || Date.parse(known.start) !== starts_at;
  });
  expect(differing).toEqual([]);
  expect(rows).toHaveLength(told.size);
}

/** Revisions of each appointment rise by one, each with one event and one line of history. */
async function expectOneEventPerChange(salon: World): Promise<void> {
  const wrong = await salon.rows(
    `SELECT id, revision, told, kept FROM appointments
     JOIN LATERAL (SELECT array_agg(revision ORDER BY revision) AS told FROM events WHERE subject_id = appointments.id) e ON true
     JOIN LATERAL (SELECT array_agg(revision ORDER BY revision) AS kept FROM appointment_changes WHERE appointment_id = appointments.id) c ON true
     WHERE told IS DISTINCT FROM (SELECT array_agg(n ORDER BY n) FROM generate_series(1, revision) n) OR kept IS DISTINCT FROM told`,
  );
  expect(wrong).toEqual([]);
}
