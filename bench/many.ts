import { type Business, makeBusiness } from './business.ts';
import type { Run } from './figures.ts';
import { type Ground, openGround } from './ground.ts';

/** An installation with a thousand businesses, made once in a run and how long each took. */
export interface Many {
  ground: Ground;
  businesses: Business[];
  milliseconds: number[];
}

let opened: Promise<Many> | undefined;

export const manyTenants = (run: Run): Promise<Many> => (opened ??= open(run));

export async function closeMany(): Promise<void> {
  const many = await opened?.catch(() => undefined);
  await many?.ground.end();
  opened = undefined;
}

const SIZE = { staff: 2, appointments: 0 };

async function open({ quick, say }: Run): Promise<Many> {
  const ground = await openGround();
  const count = quick ? 100 : 1000;
  const many: Many = { ground, businesses: [], milliseconds: [] };
  try {
    for (let index = 0; index < count; index++) {
      const made = await makeBusiness(ground.ownerUrl, `business-${index}`, SIZE);
      many.businesses.push(made);
      many.milliseconds.push(made.milliseconds);
      if ((index + 1) % 100 === 0) say(`  ${index + 1} of ${count} businesses`);
    }
    return many;
  } catch (error) {
    await ground.end();
    throw error;
  }
}
