import { isRecord } from '../jsonKinds';

/** What became of a value, told by what is different. */
export type Change =
  | { readonly kind: 'replaced'; readonly by: unknown }
  | {
      readonly kind: 'members';
      readonly changed: readonly (readonly [key: string, change: Change])[];
      readonly gone: readonly string[];
      /** All keys, where they are not those from before with new ones behind them. */
      readonly order?: readonly string[];
    }
  | { readonly kind: 'items'; readonly pieces: readonly ItemPiece[] };

/** The items of a list, one after the other: those from before that go on as they are, changed ones, and new ones. */
export type ItemPiece =
  | { readonly kind: 'kept'; readonly from: number; readonly count: number }
  | { readonly kind: 'changed'; readonly from: number; readonly change: Change }
  | { readonly kind: 'new'; readonly items: readonly unknown[] };

/** The value after a change. Parts that did not change are the same ones as before: what shows them need not be drawn again. */
export function changed(before: unknown, change: Change): unknown {
  switch (change.kind) {
    case 'replaced':
      return change.by;
    case 'members':
      return changedMembers(isRecord(before) ? before : {}, change);
    case 'items':
      return changedItems(Array.isArray(before) ? before : [], change.pieces);
  }
}

function changedMembers(
  before: Readonly<Record<string, unknown>>,
  { changed: some, gone, order }: Change & { kind: 'members' },
): Readonly<Record<string, unknown>> {
  const members = new Map(Object.entries(before));
  for (const key of gone) members.delete(key);
  for (const [key, change] of some) members.set(key, changed(members.get(key), change));
  // fromEntries defines properties instead of assigning them, so no key reaches a prototype.
  return Object.fromEntries(order === undefined ? members : order.map((key) => [key, members.get(key)]));
}

function changedItems(before: readonly unknown[], pieces: readonly ItemPiece[]): readonly unknown[] {
  return pieces.flatMap((piece) => itemsOf(before, piece));
}

function itemsOf(before: readonly unknown[], piece: ItemPiece): readonly unknown[] {
  switch (piece.kind) {
    case 'kept':
      return before.slice(piece.from, piece.from + piece.count);
    case 'changed':
      return [changed(before[piece.from], piece.change)];
    case 'new':
      return piece.items;
  }
}
