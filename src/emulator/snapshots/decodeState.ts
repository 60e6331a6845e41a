import { fromBase64 } from '../../core/attachments/base64';
import { isRecord } from '../../core/json/jsonKinds';

/** What is written is no state. */
export class UnreadableState extends Error {
  override readonly name = 'UnreadableState';
}

export function decodeState(state: Readonly<Record<string, unknown>>): ReadonlyMap<string, unknown> {
  const decoder = new Decoder();
  return new Map(Object.entries(state).map(([name, value]) => [name, decoder.decode(value)]));
}

type Known = (value: object) => void;

class Decoder {
  readonly #shared = new Map<number, object>();

  decode(value: unknown, isMade: Known = ignore): unknown {
    if (Array.isArray(value)) return this.#fill(value, isMade);
    if (!isRecord(value)) return value;
    const names = Object.keys(value);
    const [tag] = names;
    if (tag === undefined || !tag.startsWith('$')) return this.#object(Object.entries(value), isMade);
    if (tag === '$id' && names.length === 2) return this.#sharedOnce(value['$id'], value['$value']);
    if (names.length !== 1) throw unknown(tag);
    return this.#tagged(tag, value[tag], isMade);
  }

  #tagged(tag: string, content: unknown, isMade: Known): unknown {
    switch (tag) {
      case '$undefined':
        return undefined;
      case '$number':
        return Number(content);
      case '$ref':
        return this.#referred(content);
      case '$bytes':
        return made(bytesOf(content), isMade);
      case '$date':
        return made(new Date(Number(this.decode(content))), isMade);
      case '$map':
        return this.#map(listOf(content), isMade);
      case '$set':
        return this.#set(listOf(content), isMade);
      case '$object':
        return this.#object(listOf(content).map(pairOf), isMade);
      default:
        throw unknown(tag);
    }
  }

  #referred(content: unknown): object {
    const found = this.#shared.get(Number(content));
    if (found === undefined) throw new UnreadableState(`Nothing in it has the number ${String(content)}.`);
    return found;
  }

  /** Known before its content is read, which may lead back to it. */
  #sharedOnce(id: unknown, content: unknown): unknown {
    if (typeof id !== 'number' || this.#shared.has(id)) throw unknown('$id');
    return this.decode(content, (value) => this.#shared.set(id, value));
  }

  #fill(items: readonly unknown[], isMade: Known): unknown[] {
    const list: unknown[] = [];
    isMade(list);
    for (const item of items) list.push(this.decode(item));
    return list;
  }

  #map(items: readonly unknown[], isMade: Known): Map<unknown, unknown> {
    const map = made(new Map<unknown, unknown>(), isMade);
    for (const [key, value] of items.map(pairOf)) map.set(this.decode(key), this.decode(value));
    return map;
  }

  #set(items: readonly unknown[], isMade: Known): Set<unknown> {
    const set = made(new Set<unknown>(), isMade);
    for (const item of items) set.add(this.decode(item));
    return set;
  }

  #object(entries: readonly (readonly [unknown, unknown])[], isMade: Known): object {
    const object = made({}, isMade);
    for (const [name, value] of entries) {
      if (typeof name !== 'string') throw unknown('$object');
      Object.defineProperty(object, name, {
        value: this.decode(value),
        enumerable: true,
        writable: true,
        configurable: true,
      });
    }
    return object;
  }
}

const ignore: Known = () => undefined;

function made<Value extends object>(value: Value, isMade: Known): Value {
  isMade(value);
  return value;
}

function bytesOf(content: unknown): Uint8Array {
  const bytes = typeof content === 'string' ? fromBase64(content) : undefined;
  if (bytes === undefined) throw unknown('$bytes');
  return bytes;
}

function listOf(content: unknown): readonly unknown[] {
  if (!Array.isArray(content)) throw new UnreadableState('A list is missing in it.');
  return content;
}

function pairOf(pair: unknown): readonly [unknown, unknown] {
  if (!Array.isArray(pair) || pair.length !== 2) throw new UnreadableState('A pair is missing in it.');
  return [pair[0], pair[1]];
}

function unknown(tag: string): UnreadableState {
  return new UnreadableState(`"${tag.slice(0, 40)}" cannot be read in it.`);
}
