import type { JsonValue } from '../../../protocol/json';
import { type JsonNode, readJsonTree } from '../../json/jsonTree';
import { numberSpellings } from '../../json/numberSpellings';
import { readJson } from '../../json/readJson';
import { joinPointer } from '../pointer';

/**
 * Marks that stand for what values cannot carry while a text is edited: digits, and names that a later one of the same
 * object replaces. A mark is an ordinary text, so that whatever moves and lays out values takes it along.
 */
export class SpellingMarks {
  readonly #mark: string;
  readonly #originals: string[] = [];
  /** Of the text that was asked for last: many edits of one text ask for it. */
  #spellings: { readonly of: string; readonly found: Readonly<Record<string, string>> } = { of: '', found: {} };

  constructor(text: string) {
    this.#mark = unusedIn(text);
  }

  /** The text with a mark for every name that does not count: edits then find the one that does. */
  shadowed(text: string): string {
    const read = readJson(text);
    const tree = read.kind === 'read' && read.duplicates.length > 0 ? readJsonTree(text) : undefined;
    if (tree === undefined) return text;
    let result = '';
    let at = 0;
    for (const { keyStart, keyEnd } of replacedNames(tree.root)) {
      result += `${text.slice(at, keyStart)}"${this.#markFor(text.slice(keyStart, keyEnd))}"`;
      at = keyEnd;
    }
    return result + text.slice(at);
  }

  /** The value with a mark for every number that is spelled in a way of its own where it is written. */
  marked(value: JsonValue, written: string, at = ''): JsonValue {
    if (this.#spellings.of !== written) this.#spellings = { of: written, found: numberSpellings(written) };
    const spellings = this.#spellings.found;
    return Object.keys(spellings).length === 0 ? value : this.#marked(value, spellings, at);
  }

  restored(text: string): string {
    if (this.#originals.length === 0) return text;
    return text.replace(new RegExp(`"${this.#mark}(\\d+)"`, 'g'), (whole, index: string) => {
      return this.#originals[Number(index)] ?? whole;
    });
  }

  #marked(value: JsonValue, spellings: Readonly<Record<string, string>>, at: string): JsonValue {
    if (typeof value === 'number') {
      const spelling = Object.hasOwn(spellings, at) ? spellings[at] : undefined;
      return spelling !== undefined && Number(spelling) === value ? this.#markFor(spelling) : value;
    }
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) {
      return value.map((item: JsonValue, index) => this.#marked(item, spellings, joinPointer(at, index)));
    }
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, this.#marked(item, spellings, joinPointer(at, key))]),
    );
  }

  #markFor(original: string): string {
    this.#originals.push(original);
    return `${this.#mark}${this.#originals.length - 1}`;
  }
}

/** A character of those that stand for nothing. */
function unusedIn(text: string): string {
  for (let code = 0xe000; code < 0xf8ff; code += 1) {
    const character = String.fromCharCode(code);
    if (!text.includes(character)) return character;
  }
  return '\uF8FF';
}

/** In the order of the text. */
function replacedNames(root: JsonNode): readonly { readonly keyStart: number; readonly keyEnd: number }[] {
  const found: { keyStart: number; keyEnd: number }[] = [];
  const open: JsonNode[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.kind === 'array') open.push(...node.items);
    if (node.kind !== 'object') continue;
    const last = new Map(node.members.map((member) => [member.key, member]));
    found.push(...node.members.filter((member) => last.get(member.key) !== member));
    open.push(...node.members.map((member) => member.node));
  }
  return found.sort((one, other) => one.keyStart - other.keyStart);
}
