import type { Cell } from './gridMove';

export type GridCommand =
  | 'selectAll'
  | 'fillDown'
  | 'removeRows'
  | 'edit'
  | 'clear'
  | 'selectRow'
  | 'collapse'
  | 'toggle'
  | 'sort'
  | { readonly type: string };

export interface PressedKey {
  readonly key: string;
  readonly withCtrl: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

const withCtrlKeys: Readonly<Record<string, GridCommand>> = { a: 'selectAll', d: 'fillDown', '-': 'removeRows' };
const inHead: Readonly<Record<string, GridCommand>> = { Enter: 'sort', ' ': 'sort' };
const inNumbers: Readonly<Record<string, GridCommand>> = {
  Delete: 'removeRows',
  Backspace: 'removeRows',
  Escape: 'collapse',
};
const inCells: Readonly<Record<string, GridCommand>> = {
  Enter: 'edit',
  F2: 'edit',
  Delete: 'clear',
  Backspace: 'clear',
  Escape: 'collapse',
  ' ': 'toggle',
};

/** What a key asks for that leads to no other cell; undefined for keys that are not the table's. */
export function commandOf({ key, withCtrl, shiftKey, altKey }: PressedKey, at: Cell): GridCommand | undefined {
  if (altKey) return undefined;
  if (withCtrl) return at.row < 0 && key !== 'a' ? undefined : own(withCtrlKeys, key);
  if (at.row < 0) return own(inHead, key);
  if (key === ' ' && shiftKey) return 'selectRow';
  if (at.column < 0) return own(inNumbers, key);
  return own(inCells, key) ?? (key.length === 1 ? { type: key } : undefined);
}

function own(keys: Readonly<Record<string, GridCommand>>, key: string): GridCommand | undefined {
  return Object.hasOwn(keys, key) ? keys[key] : undefined;
}
