import type { JsonValue } from '../../protocol/json';
import { type JsonNode, nodeAt, readJsonTree } from './jsonTree';

/**
 * The value at a pointer of a JSON text as those read it for whom the first of several equal names counts; undefined
 * where there is none. Here, as with most readers, the last one counts.
 */
export function firstReading(text: string, pointer: string): JsonValue | undefined {
  const node = nodeAt(readJsonTree(text)?.root, pointer);
  return node && firstValue(node);
}

function firstValue(node: JsonNode): JsonValue {
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'array':
      return node.items.map(firstValue);
    case 'object':
      // fromEntries makes own properties of every name; the last pair counts there.
      return Object.fromEntries(node.members.toReversed().map((member) => [member.key, firstValue(member.node)]));
  }
}
