import type { JsonValue } from '../../protocol/json';
import type { JsonMember, JsonNode } from './jsonTree';

/** All that a JSON text says: what stands under a name that stands more than once is the list of its values. */
export function everyReading(node: JsonNode): JsonValue {
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'array':
      return node.items.map(everyReading);
    case 'object':
      return Object.fromEntries([...valuesByName(node.members)].map(([key, values]) => [key, only(values)]));
  }
}

function valuesByName(members: readonly JsonMember[]): ReadonlyMap<string, readonly JsonValue[]> {
  const found = new Map<string, JsonValue[]>();
  for (const { key, node } of members) {
    const values = found.get(key);
    if (values === undefined) found.set(key, [everyReading(node)]);
    else values.push(everyReading(node));
  }
  return found;
}

function only(values: readonly JsonValue[]): JsonValue {
  const [first = null, ...more] = values;
  return more.length === 0 ? first : values;
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
