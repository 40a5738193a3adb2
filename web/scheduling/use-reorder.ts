import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { movedTo } from './service-order.ts';

/** Puts a list into another order: by dragging a grip, or by the arrows while the grip has the focus. */
export function useReorder(ids: readonly string[], onOrder: (ids: string[]) => void) {
  const [held, setHeld] = useState<{ id: string; ids: string[] } | null>(null);
  const list = useRef<HTMLUListElement>(null);

  /** How many other rows have their middle above that height. */
  const indexAt = (id: string, y: number) =>
    [...(list.current?.children ?? [])].filter((row) => {
      const { top, height } = row.getBoundingClientRect();
      return row instanceof HTMLElement && row.dataset['id'] !== id && top + height / 2 < y;
    }).length;

  const drag = (id: string, event: PointerEvent) => {
    event.preventDefault();
    const ended = new AbortController();
    let order = [...ids];
    const end = (isKept: boolean) => {
      ended.abort();
      if (isKept && order.join() !== ids.join()) onOrder(order);
      setHeld(null);
    };
    const on = <Type extends keyof WindowEventMap>(type: Type, act: (happened: WindowEventMap[Type]) => void) =>
      window.addEventListener(type, act, { signal: ended.signal });
    // The row moves in the document meanwhile, so the window listens instead of the grip.
    on('pointermove', ({ clientY }) => {
      order = movedTo(order, id, indexAt(id, clientY));
      setHeld({ id, ids: order });
    });
    on('pointerup', () => end(true));
    on('pointercancel', () => end(false));
    on('keydown', ({ key }) => key === 'Escape' && end(false));
    setHeld({ id, ids: order });
  };

  const step = (id: string, event: KeyboardEvent<HTMLElement>) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const grip = event.currentTarget;
    const order = movedTo(ids, id, ids.indexOf(id) + by);
    if (order.join() !== ids.join()) onOrder(order);
    // What is moved in the document loses the focus.
    requestAnimationFrame(() => grip.focus());
  };

  return {
    list,
    order: held?.ids ?? ids,
    heldId: held?.id,
    gripOf: (id: string) => ({
      onPointerDown: (event: PointerEvent) => drag(id, event),
      onKeyDown: (event: KeyboardEvent<HTMLElement>) => step(id, event),
    }),
  };
}
