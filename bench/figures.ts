/** One line of the report. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  goal: number | null;
  /** What the least that could do the job takes, measured in the same run. */
  floor: number | null;
  /** Value to floor. */
  ratio: number | null;
  /** Whether the goal is reached; null where the figure only explains another. */
  holds: boolean | null;
}

export interface Metric {
  name: string;
  measure(run: Run): Promise<Figure[]>;
}

export interface Run {
  /** A tenth of the time and of the data, to see that it works; the goals are meant for whole runs. */
  quick: boolean;
  say(line: string): void;
}

interface Measured {
  value: number;
  unit: string;
  floor?: number;
}

/** A figure that should be as small as can be. */
export const atMost = (name: string, goal: number, measured: Measured): Figure =>
  judged(name, goal, measured, measured.value <= goal);

/** A figure that should be as large as can be. */
export const atLeast = (name: string, goal: number, measured: Measured): Figure =>
  judged(name, goal, measured, measured.value >= goal);

/** A figure without a goal, beside one that has. */
export const aside = (name: string, measured: Measured): Figure => judged(name, null, measured, null);

/** A metric with several goals holds when all of them do: the first figure speaks for the others. */
export function allHold([first, ...others]: Figure[]): Figure[] {
  return [{ ...first!, holds: [first!, ...others].every(({ holds }) => holds !== false) }, ...others];
}

function judged(name: string, goal: number | null, { value, unit, floor }: Measured, holds: Figure['holds']): Figure {
  const ratio = floor === undefined ? null : rounded(value / floor);
  const orNull = (number: number | null | undefined) => (number == null ? null : rounded(number));
  return { name, value: rounded(value), unit, goal: orNull(goal), floor: orNull(floor), ratio, holds };
}

/** Three digits that mean something. */
function rounded(value: number): number {
  return Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3));
}

/** The value below which this share of the sorted values lies. */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number =>
  quantile(
    [...values].sort((a, b) => a - b),
    0.5,
  );
