import type { Source, Violation } from './sources.ts';

/** Reports each circle of files once, at the import that closes it. */
export function checkCycles(sources: Source[]): Violation[] {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const done = new Set<string>();
  const found: Violation[] = [];
  const visit = (source: Source, trail: string[]): void => {
    if (done.has(source.path)) return;
    const here = [...trail, source.path];
    for (const { target, line } of source.imports) {
      const next = target === undefined ? undefined : byPath.get(target);
      if (!next) continue;
      const start = here.indexOf(next.path);
      if (start >= 0) found.push(circle(source.path, line, [...here.slice(start), next.path]));
      else visit(next, here);
    }
    done.add(source.path);
  };
  for (const source of sources) visit(source, []);
  return found;
}

function circle(path: string, line: number, trail: string[]): Violation {
  return { path, line, wrong: `circle: ${trail.join(' → ')}`, mend: 'Move what both need into a file of its own.' };
}
