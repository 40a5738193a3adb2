import { type RefObject, useEffect, useImperativeHandle } from 'react';
import type { Board } from './board.ts';
import type { MenuSubject } from './components/bar-menu.tsx';
import type { Held, Point } from './drag.ts';
import type { GhostParts } from './ghost.ts';
import { subjectOf, timeSubject } from './menu-subject.ts';
import { type Bar, mayMove, type Thing } from './model.ts';
import { nothingOpen, type useActs } from './use-acts.ts';
import { thingIn, type useHints } from './use-hints.ts';
import { useKeys } from './use-keys.ts';
import { useLatest } from './use-latest.ts';
import type { useLook } from './use-look.ts';
import { useStage } from './use-stage.ts';

/** The keyboard's way of picking up, for the menu. */
export type PickUp = (thing: Thing, row: string, grip: 'bar' | 'end') => void;

interface Hands {
  look: ReturnType<typeof useLook>;
  hints: ReturnType<typeof useHints>;
  acts: ReturnType<typeof useActs>;
  keys: RefObject<PickUp | null>;
  say: (words: string) => void;
  onOpen: (bar: Bar) => void;
  onMenu: (subject: MenuSubject) => void;
}

interface On {
  root: RefObject<HTMLElement | null>;
  scroller: RefObject<HTMLElement | null>;
  ghost: RefObject<GhostParts | null>;
  /** Null as long as there is nothing to take hold of. */
  board: Board | null;
  nothing: Board;
  mayDraw: boolean;
}

/** Everything that can take hold of the board: pointers, keys, and the panel that shows what is being made. */
export function useHands({ look, hints, acts, keys, say, onOpen, onMenu }: Hands, on: On) {
  const { root, scroller, ghost, board, nothing, mayDraw } = on;
  const latest = useLatest(board ?? nothing);
  const movable = (id: string) => {
    const thing = thingIn(latest.current.model, id);
    return thing && mayMove(thing) ? thing : null;
  };
  const tapped = (held: Held, at: Point) => {
    const { search, change } = look;
    const thing = thingIn(latest.current.model, held.id);
    if (!held.isTouch) {
      if (search.appointment || search.class || search.block || search.make) change(nothingOpen);
    } else if (held.row) {
      onMenu(thing ? subjectOf(thing, held.row, at) : timeSubject(latest.current, held.row, held.start, at));
    }
  };
  const shared = { board: latest, scroller, movable, mayDraw, onDrop: acts.drop };
  const { show } = useStage({
    ...shared,
    isReady: board !== null,
    root,
    ghost,
    wordsFor: hints.wordsFor,
    onTap: tapped,
  });
  const keyboard = useKeys({ ...shared, show, say, onOpen });
  useImperativeHandle(keys, () => keyboard.pickUp);
  useDrawn(look.search, board, show);
  return { keyboard, latest };
}

/** What is being made stays marked while its panel is open. */
function useDrawn(
  { make, start, end, with: row }: ReturnType<typeof useLook>['search'],
  board: Board | null,
  show: ReturnType<typeof useStage>['show'],
): void {
  useEffect(() => {
    if (!make || !start || !end || !row || !board) return undefined;
    show({ grip: 'empty', id: null, fromRow: row, row, start: Date.parse(start), end: Date.parse(end) });
    return () => void show(null);
  }, [make, start, end, row, board, show]);
}
