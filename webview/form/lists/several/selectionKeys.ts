import type { Selection } from './useSelection';

export interface SelectionKeys {
  readonly list: HTMLElement | null;
  readonly selection: Selection;
  readonly move: (by: 1 | -1) => void;
  readonly remove: () => void;
}

/** Keys on the box of an item, as on the numbers of a table. */
export function onSelectionKey(event: KeyboardEvent, grid: SelectionKeys): void {
  const index = event.target instanceof HTMLElement ? boxes(grid.list).indexOf(event.target) : -1;
  if (index < 0 || !run(event, index, grid)) return;
  event.preventDefault();
  event.stopPropagation();
}

const steps: Readonly<Record<string, 1 | -1>> = { ArrowUp: -1, ArrowDown: 1 };

/** True for keys that are the selection's. */
function run(event: KeyboardEvent, index: number, { list, selection, move, remove }: SelectionKeys): boolean {
  const { key, altKey, shiftKey } = event;
  const step = Object.hasOwn(steps, key) ? steps[key] : undefined;
  const pressed = event.ctrlKey || event.metaKey ? `Ctrl+${key.toLowerCase()}` : key;
  if (step !== undefined) {
    if (altKey) move(step);
    else go({ list, selection }, index, step, shiftKey);
    return true;
  }
  switch (pressed) {
    case 'Delete':
    case 'Backspace':
    case 'Ctrl+-':
      remove();
      return true;
    case 'Ctrl+a':
      selection.chooseAll();
      return true;
    case 'Escape':
      list?.children[index]?.querySelector<HTMLElement>('[data-action="toggle"], [data-control]')?.focus();
      selection.turn(false);
      return true;
    default:
      return false;
  }
}

function go(
  { list, selection }: Pick<SelectionKeys, 'list' | 'selection'>,
  index: number,
  by: 1 | -1,
  isReaching: boolean,
): void {
  const to = index + by;
  if (to < 0 || to >= boxes(list).length) return;
  if (isReaching) {
    if (!selection.has(index)) selection.choose(index, false);
    selection.choose(to, true);
  }
  focusBox(list, to);
}

/** The box of an item; the last one where there is none so far down. */
export function focusBox(list: HTMLElement | null, index: number): void {
  const all = boxes(list);
  (all[index] ?? all.at(-1))?.focus();
}

/** Of this list, not of those within its items. */
function boxes(list: HTMLElement | null): readonly HTMLElement[] {
  return [...(list?.children ?? [])].flatMap((item) => item.querySelector<HTMLElement>('[data-select]') ?? []);
}
