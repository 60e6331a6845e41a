import type { JsonValue } from '../../../protocol/json';
import { isList, isObject } from '../../json/jsonKinds';
import { joinPointer } from '../../requests/pointer';

export type Scalar = string | number;

export interface PlacedScalar {
  readonly value: Scalar;
  readonly pointer: string;
  /** Of the nearest member that it stands in, which an item of a list shares with the list. */
  readonly name: string;
}

/** The texts and numbers of a value; what stands higher comes first. */
export function placedScalars(root: JsonValue | undefined): readonly PlacedScalar[] {
  const found: PlacedScalar[] = [];
  const open: { readonly value: JsonValue; readonly pointer: string; readonly name: string }[] = [];
  if (root !== undefined) open.push({ value: root, pointer: '', name: '' });
  for (const { value, pointer, name } of open) {
    if (typeof value === 'string' || typeof value === 'number') found.push({ value, pointer, name });
    else if (isList(value)) {
      for (const [index, item] of value.entries())
        open.push({ value: item, pointer: joinPointer(pointer, index), name });
    } else if (isObject(value)) {
      for (const [key, item] of Object.entries(value)) {
        open.push({ value: item, pointer: joinPointer(pointer, key), name: key });
      }
    }
  }
  return found;
}
