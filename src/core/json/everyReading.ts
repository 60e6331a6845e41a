import type { JsonValue } from '../../protocol/json';
import type { JsonMember, JsonNode } from './jsonTree';

/**
 * All that a JSON text of any depth says: what stands under a name that stands more than once is the list of its values.
 */
export function everyReading(root: JsonNode): JsonValue {
  const read: JsonValue[] = [];
  const waiting: Waiting[] = [{ node: root, put: (value) => read.push(value) }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, put } = next;
    if (node.kind === 'scalar') put(node.value);
    else {
      const inner = node.kind === 'array' ? itemsOf(node.items, put) : membersOf(node.members, put);
      for (const one of inner.reverse()) waiting.push(one);
    }
  }
  return read[0] ?? null;
}

interface Waiting {
  readonly node: JsonNode;
  readonly put: (value: JsonValue) => void;
}

function itemsOf(nodes: readonly JsonNode[], put: Waiting['put']): Waiting[] {
  const items: JsonValue[] = [];
  put(items);
  return nodes.map((node) => ({ node, put: (value) => items.push(value) }));
}

function membersOf(members: readonly JsonMember[], put: Waiting['put']): Waiting[] {
  const names = new Map<string, JsonValue[] | null>();
  for (const { key } of members) names.set(key, names.has(key) ? [] : null);
  // Every name is a property of its own from the start, also one such as `__proto__`.
  const read: Record<string, JsonValue> = Object.fromEntries(names);
  put(read);
  return members.map(({ key, node }) => {
    const list = names.get(key);
    return { node, put: list ? (value) => list.push(value) : (value) => Object.assign(read, { [key]: value }) };
  });
}

/** Whether a name stands more than once in an object, here or within. */
export function hasRepeats(node: JsonNode): boolean {
  if (node.kind === 'scalar') return false;
  if (node.kind === 'array') return node.items.some(hasRepeats);
  return (
    new Set(node.members.map(({ key }) => key)).size < node.members.length ||
    node.members.some((member) => hasRepeats(member.node))
  );
}
