import { type Business, floorPath } from './business.ts';
import type { Ports } from './ground.ts';
import { demandOnly, get, load, type LoadFigures } from './load.ts';

export const CONNECTIONS = 16;

/** The load of a question about slots, and of the floor beside it in the same process, warmed up before. */
export async function compare(
  { port, floorPort }: Ports,
  business: Business,
  { requests, seconds }: { requests: string[]; seconds: number },
): Promise<{ figures: LoadFigures; floor: LoadFigures }> {
  const asked = { port, connections: CONNECTIONS, requests };
  const bare = { port: floorPort, connections: CONNECTIONS, requests: [get(business.host, floorPath(business))] };
  await load({ ...asked, seconds: 2 });
  await load({ ...bare, seconds: 2 });
  // In turns, so that whatever else the machine does falls on both.
  const floors = [];
  const answers = [];
  for (let turn = 0; turn < 3; turn++) {
    floors.push(demandOnly(await load({ ...bare, seconds: seconds / 3 }), 200));
    answers.push(demandOnly(await load({ ...asked, seconds: seconds / 3 }), 200));
  }
  return { figures: middle(answers), floor: middle(floors) };
}

/** The turn in the middle by its rate. */
const middle = (turns: LoadFigures[]): LoadFigures =>
  turns.sort((a, b) => a.perSecond - b.perSecond)[Math.floor(turns.length / 2)]!;

/** What the first visit of a business costs when the server runs warm: nothing of it is remembered. */
export async function firstVisits({ port }: Ports, requests: string[]): Promise<LoadFigures> {
  return demandOnly(await load({ port, connections: 1, seconds: 30, requests, once: true }), 200);
}
