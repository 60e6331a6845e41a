import { strokeLetter } from '../../../protocol/shortcutStroke';
import { type View, views } from '../ids';
import { all, type HistoryNodeKind, inView, type NodeWord, onHistoryNode, onNodeWith, type When } from './when';

/** One command: everything that the editor is told of it, and what it takes from whoever runs it. */
export interface EditorCommand<Arguments extends readonly unknown[]> {
  readonly title: string;
  /** Name of a codicon. */
  readonly icon?: string;
  readonly enablement?: When;
  /** When the palette offers it; always without a condition. */
  readonly palette?: When | 'never';
  readonly menus?: readonly MenuPlace[];
  readonly keys?: readonly Keys[];
  /** Never there: for the compiler only. */
  readonly takes?: Arguments;
}

export interface MenuPlace {
  readonly menu:
    | 'view/title'
    | 'view/item/context'
    | 'editor/title'
    | 'file/newFile'
    | 'testing/item/context'
    | 'testing/message/context'
    | 'debug/toolBar';
  readonly when?: When;
  readonly group: string;
}

export interface Keys {
  readonly key: string;
  readonly mac: string;
  readonly when?: When;
}

/** Two strokes: the first is the same for all. */
export function shortcut(letter: string, when?: When): Keys {
  return {
    key: `shift+alt+${strokeLetter} ${letter}`,
    mac: `ctrl+alt+${strokeLetter} ${letter}`,
    ...(when !== undefined && { when }),
  };
}

export type Takes<Of> = Of extends EditorCommand<infer Arguments> ? Arguments : never;

/** The arguments are those of other callers than the palette, which gives none: every one of them is optional. */
export function command<Arguments extends readonly unknown[] = []>(
  told: EditorCommand<Arguments>,
): EditorCommand<Arguments> {
  return told;
}

/** Above a view. */
export function above(view: View, group: string, when?: When): MenuPlace {
  return { menu: 'view/title', when: all(inView(view), when), group };
}

/** On the nodes of the tree that have all of these words, once in each group. */
export function onNodes(words: readonly NodeWord[], ...groups: readonly string[]): readonly MenuPlace[] {
  const when = all(inView(views.providers), onNodeWith(...words));
  return groups.map((group) => ({ menu: 'view/item/context', when, group }));
}

/** On what can be sent again. */
export function onHistoryEntries(...groups: readonly string[]): readonly MenuPlace[] {
  return onHistoryNodes(['historyEntry'], ...groups);
}

export function onAllHistoryEntries(...groups: readonly string[]): readonly MenuPlace[] {
  return onHistoryNodes(['historyEntry', 'historyAct'], ...groups);
}

/** On the nodes of the history of any of these kinds, once in each group. */
export function onHistoryNodes(kinds: readonly HistoryNodeKind[], ...groups: readonly string[]): readonly MenuPlace[] {
  return onHistoryNodesWhen(undefined, kinds, ...groups);
}

export function onHistoryNodesWhen(
  condition: When | undefined,
  kinds: readonly HistoryNodeKind[],
  ...groups: readonly string[]
): readonly MenuPlace[] {
  const when = all(inView(views.history), onHistoryNode(...kinds), condition);
  return groups.map((group) => ({ menu: 'view/item/context', when, group }));
}

/** Above an editor. */
export function aboveEditor(when: When, group: string): MenuPlace {
  return { menu: 'editor/title', when, group };
}
