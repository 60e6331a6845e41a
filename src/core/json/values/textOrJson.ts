import type { JsonValue } from '../../../protocol/json';
import { readJson } from '../readJson';

/** A text as it stands, anything else as JSON. */
export function textOrJson(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** What a text says as JSON, and the text itself where it is none. */
export function jsonOrText(text: string): JsonValue {
  const read = readJson(text);
  return read.kind === 'read' ? read.value : text;
}
