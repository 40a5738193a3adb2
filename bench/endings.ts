type Ending = () => Promise<unknown>;

const open = new Set<Ending>();

/** What has to be ended whatever becomes of the run; the answer ends it once, in its time or with a signal. */
export function endedAnyway(end: Ending): Ending {
  let ending: Promise<unknown> | undefined;
  const once = () => {
    open.delete(once);
    return (ending ??= end());
  };
  open.add(once);
  return once;
}

let stopping: Promise<unknown> | undefined;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    stopping ??= Promise.allSettled([...open].toReversed().map((end) => end())).then(() => process.exit(1));
  });
}
