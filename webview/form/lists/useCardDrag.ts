import { useMemo, useRef } from 'preact/hooks';
import { useSession } from '../state/formContexts';
import { dropOf, type SomeItems } from './several/severalItems';

interface DragHandlers {
  readonly onDragStart?: (event: DragEvent) => void;
  readonly onDragOver?: (event: DragEvent) => void;
  readonly onDrop?: (event: DragEvent) => void;
}

/** Items are dragged by their number to the place of another one, all that are chosen together; by keyboard, their buttons move them. */
export function useCardDrag(chosen: SomeItems, isDraggable: boolean): DragHandlers {
  const session = useSession();
  const { pointer } = chosen;
  const latest = useRef(chosen);
  latest.current = chosen;
  const dragged = useRef<number>(undefined);
  return useMemo(() => {
    if (!isDraggable) return {};
    return {
      onDragStart: (event) => {
        dragged.current = placeOf(event);
        event.dataTransfer?.setData('text/plain', '');
        event.stopPropagation();
      },
      onDragOver: (event) => {
        if (dragged.current !== undefined && placeOf(event) !== undefined) event.preventDefault();
      },
      onDrop: (event) => {
        const [from, to] = [dragged.current, placeOf(event)];
        dragged.current = undefined;
        if (from === undefined || to === undefined) return;
        event.preventDefault();
        if (from === to) return;
        const { indexes } = latest.current;
        if (indexes.includes(from)) session.mend(dropOf(latest.current, to));
        else session.edit({ kind: 'move', pointer, from, to });
      },
    };
  }, [session, pointer, isDraggable]);
}

/** Of the item of this list, not of one within it. */
function placeOf({ currentTarget, target }: DragEvent): number | undefined {
  if (!(currentTarget instanceof Element) || !(target instanceof Element)) return undefined;
  const index = [...currentTarget.children].findIndex((item) => item.contains(target));
  return index < 0 ? undefined : index;
}
