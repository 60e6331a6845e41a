import { withToggled } from '../../json/folds';
import { toggled, treeMove } from '../../json/treeKeys';
import type { JsonTreeProps } from './treeProps';

type View = Parameters<typeof treeMove>[1];

/** Whether the key was for the tree. */
export function pressed(event: KeyboardEvent, props: JsonTreeProps, view: View, tree: HTMLElement | null): boolean {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
  if (key === 'ContextMenu' || (key === 'F10' && shiftKey)) return openMenu(props, tree);
  if ((ctrlKey || metaKey) && key === 'c' && getSelection()?.isCollapsed !== false) {
    props.onCopy(view.active);
    return true;
  }
  if (ctrlKey || metaKey || altKey) return false;
  if (key === 'Enter' || key === ' ') {
    const move = toggled(view);
    return move ? applied(props, move) : openMenu(props, tree);
  }
  const move = treeMove(key, view);
  if (move) applied(props, move);
  if (move?.active !== undefined)
    setTimeout(() => rowElement(tree, move.active ?? 0)?.scrollIntoView({ block: 'nearest' }));
  return move !== undefined;
}

function applied(
  { onActive, onFold }: JsonTreeProps,
  { active, folds }: NonNullable<ReturnType<typeof treeMove>>,
): true {
  if (folds) onFold(folds);
  if (active !== undefined) onActive(active);
  return true;
}

function openMenu({ active, onMenu }: JsonTreeProps, tree: HTMLElement | null): true {
  const place = rowElement(tree, active)?.getBoundingClientRect();
  onMenu(active, { x: (place?.left ?? 0) + 24, y: place?.bottom ?? 0 });
  return true;
}

export function clicked(event: MouseEvent, props: JsonTreeProps): void {
  const index = rowOf(event, props);
  if (index === undefined) return;
  const does = event.target instanceof Element && event.target.closest('[data-does]')?.getAttribute('data-does');
  props.onActive(index);
  if (does === 'fold') props.onFold(withToggled(props.folds, index));
  if (does === 'widen') props.onWiden(index);
  if (does === 'menu') props.onMenu(index, { x: event.clientX, y: event.clientY + 8 });
}

export function askedForMenu(event: MouseEvent, props: JsonTreeProps): void {
  const index = rowOf(event, props);
  // A selection has the editor's own menu, with Copy in it.
  if (index === undefined || getSelection()?.isCollapsed === false) return;
  event.preventDefault();
  event.stopPropagation();
  props.onActive(index);
  props.onMenu(index, { x: event.clientX, y: event.clientY });
}

/** A closing bracket stands for what it closes. */
function rowOf({ target }: MouseEvent, { rows }: JsonTreeProps): number | undefined {
  const index = target instanceof Element ? target.closest('[data-row]')?.getAttribute('data-row') : undefined;
  const row = rows[Number(index)];
  if (index === undefined || index === null || row === undefined) return undefined;
  return row.kind === 'close' ? row.parent : Number(index);
}

export function rowElement(tree: HTMLElement | null, index: number): HTMLElement | null {
  return tree?.querySelector<HTMLElement>(`[data-row="${index}"]`) ?? null;
}
