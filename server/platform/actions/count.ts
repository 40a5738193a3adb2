import { sql } from 'kysely';
import type { Core } from '../../core/core.ts';
import { at } from '../../core/db/raw.ts';
import { inConsole } from '../../core/tenant/gate.ts';

/** Counts those businesses anew whose figures are oldest; answers how many. */
export const countFigures = ({ database, clock }: Pick<Core, 'database' | 'clock'>, most: number): Promise<number> =>
  inConsole(database, async (tx) => {
    const { rows } = await sql<{
      counted: number;
    }>`SELECT public.count_figures(${at(clock.now())}, ${most}::int) AS counted`.execute(tx);
    return rows[0]?.counted ?? 0;
  });
