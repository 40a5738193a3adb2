import { join } from 'node:path';
import { aside, atMost, median, type Metric } from '../figures.ts';
import { bareStart, inTemporaryFolder, ROOT, start } from '../start.ts';

/** `npm start` of an installation that was there before, until it is ready. */
export const startWarm: Metric = {
  name: 'start.warm',
  measure: ({ quick }) =>
    inTemporaryFolder(async (folder) => {
      const dataDir = join(folder, 'data');
      const first = await start(ROOT, dataDir);
      await first.stop();
      const times = [];
      const floors = [];
      for (let round = 0; round < (quick ? 1 : 5); round++) {
        floors.push(await bareStart(dataDir));
        const again = await start(ROOT, dataDir);
        await again.stop();
        times.push(again.seconds);
      }
      return [
        atMost('start.warm', 4, { value: median(times), unit: 's', floor: median(floors) }),
        aside('start.first', { value: first.seconds, unit: 's' }),
      ];
    }),
};
