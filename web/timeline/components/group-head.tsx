import { HEAD } from '../board.ts';
import type { Item } from '../model.ts';
import type { Window } from '../stack.ts';
import classes from './calendar.module.css';

interface Groups {
  items: readonly Item[];
  tops: readonly number[];
  window: Window;
  groupName: (key: string) => string;
}

/** Headings that stay below the header while their rows scroll: each lies in a box as high as its whole group. */
export function Groups({ items, tops, window, groupName }: Groups) {
  const starts = items.flatMap((item, index) => (item.kind === 'group' ? [{ ...item, index }] : []));
  return starts.map(({ key, count, index }, at) => {
    const until = starts[at + 1]?.index ?? items.length;
    if (until <= window.first || index >= window.last) return null;
    const height = tops[until]! - tops[index]!;
    return (
      <div key={key} className={classes.group} style={{ top: tops[index]! + HEAD, height }}>
        <div className={classes.groupHead}>
          <span>
            {groupName(key)} <small>{count}</small>
          </span>
        </div>
      </div>
    );
  });
}
