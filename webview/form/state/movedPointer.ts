import type { FormEdit } from '../../../src/protocol/form';
import { segmentsOf } from '../../../src/protocol/requestPlace';
import { isWithin, parentOf, pointerTo } from './pointer';

/** Where the value of a pointer is after an edit; undefined when the edit replaced it or took it out. */
export function movedPointer(pointer: string, edit: FormEdit): string | undefined {
  switch (edit.kind) {
    case 'set':
      return isWithin(pointer, edit.pointer) ? undefined : pointer;
    case 'remove': {
      if (isWithin(pointer, edit.pointer)) return undefined;
      const removed = Number(segmentsOf(edit.pointer).at(-1));
      return withIndex(pointer, parentOf(edit.pointer), (index) => (index > removed ? index - 1 : index));
    }
    case 'rename': {
      const renamed = pointerTo(parentOf(edit.pointer), edit.key);
      return isWithin(pointer, edit.pointer) ? renamed + pointer.slice(edit.pointer.length) : pointer;
    }
    case 'insert':
      return withIndex(pointer, edit.pointer, (index) => (index >= edit.index ? index + 1 : index));
    case 'move':
      return withIndex(pointer, edit.pointer, (index) => indexAfterMove(index, edit.from, edit.to));
  }
}

function indexAfterMove(index: number, from: number, to: number): number {
  if (index === from) return to;
  const without = index > from ? index - 1 : index;
  return without >= to ? without + 1 : without;
}

/** Changes the index that a pointer has in a list; pointers to other places, and to members of objects, stay. */
function withIndex(pointer: string, list: string, change: (index: number) => number): string {
  if (pointer === list || !isWithin(pointer, list)) return pointer;
  const [first = '', ...rest] = segmentsOf(pointer.slice(list.length));
  if (!/^\d+$/.test(first)) return pointer;
  return rest.reduce(pointerTo, pointerTo(list, change(Number(first))));
}
