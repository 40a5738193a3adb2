import { listAppointments } from '@smooth/contract/scheduling/appointments.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { doorsOf } from '../server/api/doors.ts';
import { systemClock } from '../server/core/clock.ts';
import { readConfig } from '../server/core/config.ts';
import type { Core } from '../server/core/core.ts';
import { bearerVisit, demandScope } from '../server/core/http/bearer.ts';
import { visitOf } from '../server/core/http/visit.ts';
import { makeLog } from '../server/core/log.ts';
import type { Ground } from './ground.ts';

const ROUNDS = 5;

/**
 * Milliseconds of processor time that it takes to look at a token, its limit and its scope, beyond what a visit without
 * one takes: the very functions of the server, in this process, in turns with those of a visitor.
 */
export async function checkCost(ground: Ground, host: string, token: string, times: number): Promise<number> {
  const core: Core = {
    config: readConfig({ BASE_URL: 'http://localhost:3000', SMOOTH_DATA: ground.dataDir }),
    log: makeLog('error'),
    clock: systemClock,
    database: ground.database,
    secret: '',
    key: Buffer.alloc(32),
    wake: () => undefined,
  };
  const doors = doorsOf(core);
  const request = (headers: object) =>
    ({ headers: { host, ...headers }, ip: '127.0.0.1' }) as unknown as FastifyRequest;
  const reply = { header: () => reply, headers: () => reply } as unknown as FastifyReply;
  const [bare, bearing] = [request({}), request({ authorization: `Bearer ${token}` })];
  const withToken = async () => {
    const { bearer } = await bearerVisit(core, doors, bearing, { presented: token, reply });
    demandScope(bearer!, listAppointments);
  };
  const without = () => visitOf(core, doors, bare, { session: false, linkMode: null });
  const costs = [];
  for (let round = 0; round <= ROUNDS; round += 1)
    costs.push((await processorOf(withToken, times)) - (await processorOf(without, times)));
  // The first one warms up.
  return costs.slice(1).sort((a, b) => a - b)[Math.floor(ROUNDS / 2)]!;
}

async function processorOf(work: () => Promise<unknown>, times: number): Promise<number> {
  const began = process.cpuUsage();
  for (let count = 0; count < times; count += 1) await work();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000 / times;
}
