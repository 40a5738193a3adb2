import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { aside, atMost, type Metric } from '../figures.ts';
import { inTemporaryFolder, ROOT, start } from '../start.ts';

/** `npm start` in a fresh clone of the last commit, with everything it has to install, until it is ready. */
export const startCold: Metric = {
  name: 'start.cold',
  measure: ({ say }) =>
    inTemporaryFolder(async (folder) => {
      const cache = execFileSync('npm', ['config', 'get', 'cache'], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      say(`  npm's cache is ${existsSync(join(cache.trim(), '_cacache')) ? 'warm' : 'empty'}`);
      const clone = join(folder, 'clone');
      execFileSync('git', ['clone', '--quiet', ROOT, clone]);
      const started = await start(clone, join(folder, 'data'), 300);
      const said = started.said();
      await started.stop();
      const took = (word: string) => Number(new RegExp(`${word} in ([\\d.]+) s`).exec(said)?.[1] ?? 0);
      const installing = took('installed');
      return [
        atMost('start.cold', 90, { value: started.seconds, unit: 's', floor: installing }),
        aside('start.cold.installing', { value: installing, unit: 's' }),
        aside('start.cold.building', { value: took('built'), unit: 's' }),
      ];
    }),
};
