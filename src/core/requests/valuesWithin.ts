import { everyReading } from '../json/everyReading';
import { readJsonTree } from '../json/jsonTree';
import { readJson } from '../json/readJson';
import { isAnyObject } from '../typing/isObject';

type Node = readonly [key: string, value: unknown];

/** Every value that is no list and no object, with the key it stands under, whatever the shape and however deep. */
export function* valuesWithin(root: unknown): Generator<Node> {
  for (const node of nodesWithin(root)) if (!isAnyObject(node[1])) yield node;
}

/**
 * Every value, objects and lists included; the items of a list stand under its key. A text that is JSON itself is looked
 * into, too: in a form that is how objects travel. Of a name that stands twice in it all values count.
 */
export function* nodesWithin(root: unknown): Generator<Node> {
  const waiting: Node[] = [['', root]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    yield next;
    const [key, value] = next;
    const inner = typeof value === 'string' ? containerIn(value) : value;
    if (inner !== value) waiting.push([key, inner]);
    else if (Array.isArray(value)) for (const item of value.toReversed()) waiting.push([key, item]);
    else if (isAnyObject(value)) waiting.push(...Object.entries(value).reverse());
  }
}

/** The object or list that a text is, and the text where it is none. */
function containerIn(text: string): unknown {
  const read = /^\s*[[{]/.test(text) ? readJson(text) : undefined;
  if (read?.kind !== 'read') return text;
  const tree = readJsonTree(text);
  return tree === undefined ? read.value : everyReading(tree.root);
}
