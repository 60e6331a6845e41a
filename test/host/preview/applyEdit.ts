import { getAt, setAt, splitPointer } from '../../../src/core/requests/pointer';
import type { FormEdit } from '../../../src/protocol/form';
import type { JsonObject, JsonValue } from '../../../src/protocol/json';

/** What the editor does to the text of a request, done to its values. */
export function applyEdit(values: JsonObject, edit: FormEdit): JsonObject {
  switch (edit.kind) {
    case 'set':
      return setAt(values, edit.pointer, edit.value);
    case 'remove':
      return remove(values, edit.pointer);
    case 'rename':
      return rename(values, edit.pointer, edit.key);
    case 'append':
      return setAt(values, edit.pointer, [...listAt(values, edit.pointer), edit.value]);
    case 'insert':
      return setAt(values, edit.pointer, listAt(values, edit.pointer).toSpliced(edit.index, 0, edit.value));
    case 'move': {
      const list = listAt(values, edit.pointer);
      const moved = list[edit.from];
      if (moved === undefined) return values;
      return setAt(values, edit.pointer, list.toSpliced(edit.from, 1).toSpliced(edit.to, 0, moved));
    }
    case 'arrange':
      return setAt(
        values,
        edit.pointer,
        edit.order.flatMap((from) => listAt(values, edit.pointer)[from] ?? []),
      );
  }
}

function remove(values: JsonObject, pointer: string): JsonObject {
  const key = splitPointer(pointer).at(-1) ?? '';
  const parentPointer = pointer.slice(0, pointer.lastIndexOf('/'));
  const parent = getAt(values, parentPointer);
  if (Array.isArray(parent)) return setAt(values, parentPointer, parent.toSpliced(Number(key), 1));
  const others = Object.entries((parent ?? {}) as JsonObject).filter(([name]) => name !== key);
  return setAt(values, parentPointer, Object.fromEntries(others));
}

function rename(values: JsonObject, pointer: string, key: string): JsonObject {
  const parentPointer = pointer.slice(0, pointer.lastIndexOf('/'));
  const old = splitPointer(pointer).at(-1);
  const entries = Object.entries((getAt(values, parentPointer) ?? {}) as JsonObject);
  return setAt(
    values,
    parentPointer,
    Object.fromEntries(entries.map(([name, value]) => [name === old ? key : name, value])),
  );
}

function listAt(values: JsonObject, pointer: string): readonly JsonValue[] {
  const list = getAt(values, pointer);
  return Array.isArray(list) ? list : [];
}
