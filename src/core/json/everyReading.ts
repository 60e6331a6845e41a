import type { JsonValue } from '../../protocol/json';
import type { JsonNode } from './jsonTree';

/** All that a JSON text says: what stands under a name that stands more than once is the list of its values. */
export function everyReading(node: JsonNode): JsonValue {
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'array':
      return node.items.map(everyReading);
    case 'object': {
      const found = new Map<string, readonly [JsonValue, ...JsonValue[]]>();
      for (const { key, node: value } of node.members) {
        found.set(key, [...(found.get(key) ?? []), everyReading(value)] as [JsonValue, ...JsonValue[]]);
      }
      return Object.fromEntries(
        [...found].map(([key, values]) => [key, values.length === 1 ? values[0] : [...values]]),
      );
    }
  }
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
