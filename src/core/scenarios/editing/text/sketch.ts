import { isMap, isScalar, isSeq } from 'yaml';
import type { JsonValue } from '../../../../protocol/json';
import { getAt, splitPointer } from '../../../requests/pointer';
import { sketchedValue } from '../../text/readYaml';
import type { Extent } from '../../text/sourceText';
import { extentAt, extentOf, keyOf, memberNode, parseYaml, resolved, type YamlDocument } from '../../text/yamlNodes';

/** What stands at a place of a text. */
export interface Spot {
  readonly role: 'key' | 'value';
  /** From the root to the value; a key is told by the path of its value. */
  readonly path: readonly string[];
  readonly extent: Extent;
}

/** A scenario as far as its text can be read, which is just being written. JSON is YAML as well. */
export class ScenarioSketch {
  readonly #text: string;
  readonly value: JsonValue;
  readonly #document: YamlDocument;

  constructor(text: string) {
    this.#text = text;
    this.#document = parseYaml(text);
    this.value = sketchedValue(this.#document);
  }

  /** Where something keeps the text from being read. */
  get faults(): readonly number[] {
    return this.#document.errors.map(({ pos: [start] }) => start);
  }

  /** Of the value at a pointer; of what holds it where there is none. */
  extentOf(pointer: string): Extent {
    return extentAt(this.#document, this.#text, pointer);
  }

  valueAt(pointer: string): JsonValue | undefined {
    // Parts of JSON are JSON.
    return getAt(this.value, pointer) as JsonValue | undefined;
  }

  /** From the name of a value to its end. */
  memberExtentOf(pointer: string): Extent {
    const keys = splitPointer(pointer);
    let node: unknown = this.#document.contents;
    let key: unknown;
    for (const name of keys) {
      const child = memberNode(resolved(this.#document, node), name);
      node = child?.node;
      key = child?.key;
    }
    const value = this.extentOf(pointer);
    return { start: extentOf(key)?.start ?? value.start, end: value.end };
  }

  spotAt(offset: number): Spot | undefined {
    return spotIn(this.#document.contents, [], offset);
  }
}

/**
 * A line that is being typed may keep what follows it from being read, and is then left out. It is the one at `offset`,
 * or the one with the first fault.
 */
export function sketchAround(text: string, offset?: number): ScenarioSketch {
  const whole = new ScenarioSketch(text);
  const [first] = whole.faults;
  if (first === undefined) return whole;
  const without = new ScenarioSketch(withoutLine(text, offset ?? first));
  return without.faults.length < whole.faults.length ? without : whole;
}

/** All else keeps its place. */
function withoutLine(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const newLine = text.indexOf('\n', offset);
  const end = newLine < 0 ? text.length : newLine;
  return text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
}

function spotIn(node: unknown, path: readonly string[], offset: number): Spot | undefined {
  const extent = extentOf(node);
  if (extent === undefined || !holds(extent, offset)) return undefined;
  if (isMap(node)) return firstFound(node.items, ({ key, value }) => spotInPair(key, value, path, offset));
  if (isSeq(node)) return firstFound(node.items, (item, index) => spotIn(item, [...path, String(index)], offset));
  return isScalar(node) ? { role: 'value', path, extent } : undefined;
}

function spotInPair(key: unknown, value: unknown, path: readonly string[], offset: number): Spot | undefined {
  const extent = extentOf(key);
  const inner = [...path, keyOf(key)];
  if (extent !== undefined && holds(extent, offset)) return { role: 'key', path: inner, extent };
  return spotIn(value, inner, offset);
}

function firstFound<Item, Found>(
  items: readonly Item[],
  find: (item: Item, index: number) => Found | undefined,
): Found | undefined {
  for (const [index, item] of items.entries()) {
    const found = find(item, index);
    if (found !== undefined) return found;
  }
  return undefined;
}

function holds({ start, end }: Extent, offset: number): boolean {
  return start <= offset && offset <= end;
}
