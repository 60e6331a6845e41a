import type { Edit, Node } from 'jsonc-parser';

/**
 * The cuts that take values out of their lists and objects. Neighbours that go together are cut as one piece, so that
 * the commas between those that stay are right.
 */
export function removals(values: readonly Node[]): readonly Edit[] {
  const removed = new Set(values.map(entryOf));
  const parents = new Set([...removed].map(({ parent }) => parent));
  return [...parents].flatMap((parent) => {
    const entries = parent?.children ?? [];
    return parent && entries.every((entry) => removed.has(entry)) ? [emptied(parent)] : cutsOf(entries, removed);
  });
}

/** Nothing where the value is no property's. */
export function renaming({ parent }: Node, key: string): readonly Edit[] {
  const name = parent?.type === 'property' ? parent.children?.[0] : undefined;
  return name ? [{ offset: name.offset, length: name.length, content: JSON.stringify(key) }] : [];
}

/** What is taken out with a value: the item, or the whole property. */
function entryOf(node: Node): Node {
  return node.parent?.type === 'property' ? node.parent : node;
}

function cutsOf(entries: readonly Node[], removed: ReadonlySet<Node>): readonly Edit[] {
  const cuts: Edit[] = [];
  for (let first = 0; first < entries.length; first += 1) {
    if (!isIn(removed, entries[first])) continue;
    let last = first;
    while (isIn(removed, entries[last + 1])) last += 1;
    cuts.push(cut(entries[first - 1], entries[first], entries[last], entries[last + 1]));
    first = last;
  }
  return cuts;
}

function isIn(removed: ReadonlySet<Node>, node: Node | undefined): boolean {
  return node !== undefined && removed.has(node);
}

/** A list or object with nothing in it is written without blanks. */
function emptied({ offset, length }: Node): Edit {
  return { offset: offset + 1, length: length - 2, content: '' };
}

/** With the comma before the piece, or the one behind it where nothing stands before. */
function cut(before: Node | undefined, first: Node | undefined, last: Node | undefined, after: Node | undefined): Edit {
  const start = before ? endOf(before) : (first?.offset ?? 0);
  const end = before || !after ? endOf(last) : after.offset;
  return { offset: start, length: end - start, content: '' };
}

function endOf(node: Node | undefined): number {
  return node ? node.offset + node.length : 0;
}
