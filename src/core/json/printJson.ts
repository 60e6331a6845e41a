import type { JsonObject, JsonValue } from '../../protocol/json';
import { isList, isObject } from './jsonKinds';
import { afterColon, type Indent, lineStart } from './jsonLayout';
import { type JsonMember, type JsonNode, type JsonTree, nodeAt, readJsonTree } from './jsonTree';

export interface PrintOptions {
  /** Spaces a level; without it, everything stands on one line. */
  readonly indent?: number;
  /** A JSON text that the value came from. */
  readonly written?: string | JsonTree | undefined;
  /** JSON pointer to the place of the value in `written`. */
  readonly at?: string;
  /** `dropped` leaves out the members that a later one of the same name replaces, as where secrets were masked. */
  readonly repeats?: 'kept' | 'dropped';
}

/**
 * A JSON text of the value, spelled as it was written: digits, escapes, order and repeated names come from `written`
 * wherever the value agrees with it. What differs is printed from the value, what the value lacks is left out.
 */
export function printJson(value: JsonValue, { indent, written, at = '', repeats = 'kept' }: PrintOptions = {}): string {
  const tree = typeof written === 'string' ? readJsonTree(written) : written;
  const printer = new JsonPrinter(tree?.text ?? '', indent, repeats === 'kept');
  return printer.print(value, nodeAt(tree?.root, at));
}

/** A scalar as it was written where the two agree. */
export function spellingOf(value: string | number | boolean | null, text: string, node: JsonNode | undefined): string {
  if (node?.kind === 'scalar' && Object.is(node.value, value)) return text.slice(node.start, node.end);
  return JSON.stringify(value);
}

/** A member or item that is still to be printed. */
interface Entry {
  /** With its quotes; undefined for an item. */
  readonly name: string | undefined;
  readonly value: JsonValue | undefined;
  readonly node: JsonNode | undefined;
}

interface Frame {
  readonly entries: readonly Entry[];
  readonly close: string;
  next: number;
}

class JsonPrinter {
  readonly #text: string;
  readonly #indent: Indent;
  readonly #keepsRepeats: boolean;
  #output = '';
  readonly #frames: Frame[] = [];

  constructor(text: string, indent: Indent, keepsRepeats: boolean) {
    this.#text = text;
    this.#indent = indent;
    this.#keepsRepeats = keepsRepeats;
  }

  print(value: JsonValue, node: JsonNode | undefined): string {
    this.#start(value, node);
    for (let frame = this.#frames.at(-1); frame !== undefined; frame = this.#frames.at(-1)) this.#continue(frame);
    return this.#output;
  }

  #continue(frame: Frame): void {
    const entry = frame.entries[frame.next];
    const depth = this.#frames.length;
    if (entry === undefined) {
      this.#frames.pop();
      if (frame.entries.length > 0) this.#output += lineStart(this.#indent, depth - 1);
      this.#output += frame.close;
      return;
    }
    if (frame.next > 0) this.#output += ',';
    frame.next += 1;
    this.#output += lineStart(this.#indent, depth);
    if (entry.name !== undefined) this.#output += entry.name + afterColon(this.#indent);
    this.#start(entry.value, entry.node);
  }

  #start(value: JsonValue | undefined, node: JsonNode | undefined): void {
    if (value === undefined) {
      this.#output += node === undefined ? 'null' : this.#text.slice(node.start, node.end);
    } else if (isList(value)) {
      this.#output += '[';
      const entries = value.map((item, index) => ({ name: undefined, value: item ?? null, node: itemOf(node, index) }));
      this.#frames.push({ entries, close: ']', next: 0 });
    } else if (isObject(value)) {
      this.#output += '{';
      this.#frames.push({ entries: this.#members(value, node), close: '}', next: 0 });
    } else {
      this.#output += spellingOf(value, this.#text, node);
    }
  }

  #members(value: JsonObject, node: JsonNode | undefined): readonly Entry[] {
    const written = node?.kind === 'object' ? node.members : [];
    const counting = new Map<string, JsonMember>();
    for (const member of written) counting.set(member.key, member);
    const entries: Entry[] = [];
    for (const member of written) {
      const { key, keyStart, keyEnd, node: inner } = member;
      // Of a repeated name only the last member is the value's; the ones before are copied or dropped.
      const counts = counting.get(key) === member;
      if (!Object.hasOwn(value, key) || value[key] === undefined || !(counts || this.#keepsRepeats)) continue;
      const name = this.#text.slice(keyStart, keyEnd);
      entries.push({ name, value: counts ? value[key] : undefined, node: inner });
    }
    for (const [key, item] of Object.entries(value)) {
      if (item === undefined || counting.has(key)) continue;
      entries.push({ name: JSON.stringify(key), value: item, node: undefined });
    }
    return entries;
  }
}

function itemOf(node: JsonNode | undefined, index: number): JsonNode | undefined {
  return node?.kind === 'array' ? node.items[index] : undefined;
}
