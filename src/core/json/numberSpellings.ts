import { joinPointer } from '../requests/pointer';
import { type JsonNode, readJsonTree } from './jsonTree';

/** The numbers of a JSON text that a number cannot hold as they are written, by pointer: `1.0`, `12345678901234567890`. */
export function numberSpellings(text: string): Readonly<Record<string, string>> {
  const root = readJsonTree(text)?.root;
  const found: [string, string][] = [];
  const open: { readonly node: JsonNode; readonly pointer: string }[] = root ? [{ node: root, pointer: '' }] : [];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, pointer } = next;
    const spelling = spellingIn(text, node);
    if (spelling !== undefined) found.push([pointer, spelling]);
    for (const [key, child] of childrenOf(node)) open.push({ node: child, pointer: joinPointer(pointer, key) });
  }
  return Object.fromEntries(found);
}

/** Undefined where the value says it all. */
function spellingIn(text: string, node: JsonNode): string | undefined {
  if (node.kind !== 'scalar' || typeof node.value !== 'number') return undefined;
  const spelling = text.slice(node.start, node.end);
  return spelling === String(node.value) ? undefined : spelling;
}

/** Of a name that stands twice the last one counts. */
function childrenOf(node: JsonNode): Iterable<readonly [string | number, JsonNode]> {
  if (node.kind === 'array') return node.items.entries();
  if (node.kind === 'scalar') return [];
  return new Map(node.members.map(({ key, node: child }) => [key, child]));
}
