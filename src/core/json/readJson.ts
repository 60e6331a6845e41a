import type { JsonValue } from '../../protocol/json';
import { joinPointer } from '../requests/pointer';
import { faultOf, type JsonFault } from './jsonFault';
import { type JsonPlace, withPositions } from './jsonPlace';
import { JsonScanner } from './jsonScanner';

export type ReadJson =
  | {
      readonly kind: 'read';
      /** Of a name that stands twice the last one counts, as everywhere. */
      readonly value: JsonValue;
      /** The source, where printing the value anew would not bring everything back. */
      readonly written?: string;
      /** Each further place of a name that stands already in the same object; not more than the first hundred. */
      readonly duplicates: readonly JsonPlace[];
      /** How many objects and arrays stand in each other at most. */
      readonly depth: number;
    }
  | { readonly kind: 'broken'; readonly faults: readonly [JsonFault, ...JsonFault[]] };

/** Gives the thread back for a moment; the shells know how. */
export type Pause = () => Promise<void>;

/** Reads a JSON text of any size and depth. Names such as `__proto__` are names like any other. */
export function readJson(text: string): ReadJson {
  const reader = new JsonReader(text);
  reader.advance(Number.POSITIVE_INFINITY);
  return reader.result();
}

/** The same, with a pause after every slice of the work. */
export async function readJsonInSlices(text: string, pause: Pause): Promise<ReadJson> {
  const reader = new JsonReader(text);
  while (!reader.advance(sliceLength)) await pause();
  return reader.result();
}

/** Characters that are read in a few milliseconds. */
export const sliceLength = 256 * 1024;

const mostDuplicates = 100;

type Container = { [key: string]: JsonValue } | JsonValue[];

/** An open object or array. */
interface Frame {
  readonly container: Container;
  /** Of the member that is read. */
  key: string;
  /** The largest name so far that engines sort as a number; they give those first, in ascending order. */
  largestIndex: number;
  hasNames: boolean;
}

class JsonReader {
  readonly #scanner: JsonScanner;
  readonly #frames: Frame[] = [];
  readonly #duplicates: { pointer: string; offset: number; length: number }[] = [];
  #root: JsonValue = null;
  #isExact = true;
  #depth = 0;

  constructor(text: string) {
    this.#scanner = new JsonScanner(text);
  }

  /** Whether the end has come before that many characters were read. */
  advance(most: number): boolean {
    const scanner = this.#scanner;
    const limit = scanner.end + most;
    while (scanner.end < limit) {
      switch (scanner.next()) {
        case 'end':
        case 'fault':
          return true;
        case 'key':
          this.#startMember(scanner.content());
          break;
        case 'openObject':
          this.#open({});
          break;
        case 'openArray':
          this.#open([]);
          break;
        case 'closeObject':
        case 'closeArray':
          this.#frames.pop();
          break;
        default:
          this.#add(this.#scalar());
      }
    }
    return false;
  }

  result(): ReadJson {
    const { text, token } = this.#scanner;
    if (token === 'fault') return { kind: 'broken', faults: [faultOf(this.#scanner)] };
    const duplicates = withPositions(text, this.#duplicates);
    return {
      kind: 'read',
      value: this.#root,
      ...(!this.#isExact && { written: text }),
      duplicates,
      depth: this.#depth,
    };
  }

  #scalar(): JsonValue {
    const scanner = this.#scanner;
    switch (scanner.token) {
      case 'string':
        return scanner.content();
      case 'number':
        return this.#number(scanner.spelling());
      default:
        return scanner.token === 'null' ? null : scanner.token === 'true';
    }
  }

  #number(spelling: string): number {
    const value = Number(spelling);
    if (this.#isExact && String(value) !== spelling) this.#isExact = false;
    return value;
  }

  #open(container: Container): void {
    this.#add(container);
    this.#frames.push({ container, key: '', largestIndex: -1, hasNames: false });
    this.#depth = Math.max(this.#depth, this.#frames.length);
  }

  #startMember(key: string): void {
    const frame = this.#frames.at(-1);
    if (frame === undefined) return;
    frame.key = key;
    if (Object.hasOwn(frame.container, key)) this.#repeat();
    else if (!isIndex(key)) frame.hasNames = true;
    else if (frame.hasNames || Number(key) < frame.largestIndex) this.#isExact = false;
    else frame.largestIndex = Number(key);
  }

  #repeat(): void {
    this.#isExact = false;
    if (this.#duplicates.length >= mostDuplicates) return;
    const { start, end } = this.#scanner;
    this.#duplicates.push({ pointer: this.#pointer(), offset: start, length: end - start });
  }

  /** Of the member that is read. */
  #pointer(): string {
    return joinPointer(
      '',
      ...this.#frames.map(({ container, key }) => (Array.isArray(container) ? container.length - 1 : key)),
    );
  }

  #add(value: JsonValue | Container): void {
    const frame = this.#frames.at(-1);
    if (frame === undefined) this.#root = value;
    else if (Array.isArray(frame.container)) frame.container.push(value);
    else setOwn(frame.container, frame.key, value);
  }
}

/** Assigning `__proto__` would change the prototype instead of adding a member. */
export function setOwn(object: { [key: string]: JsonValue }, key: string, value: JsonValue): void {
  if (key !== '__proto__') object[key] = value;
  else Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
}

/** Whether engines take the name for the index of an array and sort it before all others. */
function isIndex(key: string): boolean {
  const first = key.charCodeAt(0);
  return first >= 0x30 && first <= 0x39 && key.length <= 10 && /^(0|[1-9]\d*)$/.test(key) && Number(key) < 2 ** 32 - 1;
}
