import { type RefObject, useCallback, useEffect, useRef } from 'react';
import type { Board } from './board.ts';
import type { Held, Point, Proposal } from './drag.ts';
import { type GhostParts, type GhostWords, lift, paint } from './ghost.ts';
import type { Thing } from './model.ts';
import { openStage } from './stage.ts';

export interface StageProps {
  /** Whether there is a board to take hold of. */
  isReady: boolean;
  root: RefObject<HTMLElement | null>;
  scroller: RefObject<HTMLElement | null>;
  ghost: RefObject<GhostParts | null>;
  board: RefObject<Board>;
  movable(id: string): Thing | null;
  mayDraw: boolean;
  wordsFor(proposal: Proposal): GhostWords;
  onDrop(proposal: Proposal): void;
  onTap(held: Held, client: Point): void;
}

/** Hands on the board. The newest props are read when they are needed, so that the listeners stay. */
export function useStage(props: StageProps): { show(proposal: Proposal | null): GhostWords | null } {
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  const show = useCallback((proposal: Proposal | null) => {
    const { root, scroller, ghost, board, wordsFor } = latest.current;
    if (!root.current || !scroller.current || !ghost.current) return null;
    const words = proposal && wordsFor(proposal);
    lift(root.current, proposal?.id ?? null);
    paint(ghost.current, { board: board.current, scroller: scroller.current, proposal, words });
    return words;
  }, []);
  const { root, scroller, isReady } = props;
  useEffect(() => {
    if (!isReady || !root.current || !scroller.current) return undefined;
    return openStage({
      root: root.current,
      scroller: scroller.current,
      board: () => latest.current.board.current,
      movable: (id) => latest.current.movable(id),
      mayDraw: () => latest.current.mayDraw,
      onPropose: show,
      onDrop: (proposal) => latest.current.onDrop(proposal),
      onTap: (held, client) => latest.current.onTap(held, client),
    });
  }, [root, scroller, show, isReady]);
  return { show };
}
