import { useMemo, useRef } from 'preact/hooks';

/** Rows are dragged by their number to the place of another one, all that are selected together. */
export function useRowDrag(onDrop: (from: number, to: number) => void) {
  const dragged = useRef<number>(undefined);
  return useMemo(
    () => ({
      onDragStart: (event: DragEvent) => {
        dragged.current = rowOf(event);
        event.dataTransfer?.setData('text/plain', '');
      },
      onDragOver: (event: DragEvent) => {
        if (dragged.current !== undefined && rowOf(event) !== undefined) event.preventDefault();
      },
      onDrop: (event: DragEvent) => {
        const [from, to] = [dragged.current, rowOf(event)];
        dragged.current = undefined;
        if (from === undefined || to === undefined) return;
        event.preventDefault();
        onDrop(from, to);
      },
    }),
    [onDrop],
  );
}

function rowOf({ target }: DragEvent): number | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
  const row = Number(cell?.dataset['row'] ?? -1);
  return row < 0 ? undefined : row;
}
