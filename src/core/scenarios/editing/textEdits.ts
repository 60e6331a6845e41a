import { isMap, isScalar, isSeq, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import type { FormEdit } from '../../../protocol/form';
import type { JsonValue } from '../../../protocol/json';
import { splitPointer } from '../../requests/pointer';
import type { Extent } from '../text/sourceText';
import { extentOf, keyOf, memberNode, parseYaml, resolved, type YamlDocument } from '../text/yamlNodes';
import { type Spelling, writeValue, writtenSpelling } from './writeValue';

/** A text in the place of another one. */
export interface TextEdit {
  readonly extent: Extent;
  readonly text: string;
}

/** The changes of a scenario file that edits of its values are; undefined where one of them has none. */
export function textEdits(text: string, edits: readonly FormEdit[]): readonly TextEdit[] | undefined {
  const editor = new YamlEditor(text);
  const changes = edits.map((edit) => editor.change(edit));
  return changes.every((change) => change !== undefined) ? changes : undefined;
}

export function applyTextEdits(text: string, edits: readonly TextEdit[]): string {
  const backwards = edits.toSorted((one, other) => other.extent.start - one.extent.start);
  return backwards.reduce((whole, { extent, text: own }) => splice(whole, extent, own), text);
}

function splice(text: string, { start, end }: Extent, inserted: string): string {
  return text.slice(0, start) + inserted + text.slice(end);
}

/** Changes values where they stand, and leaves all else as it was written. */
class YamlEditor {
  readonly #text: string;
  readonly #document: YamlDocument;
  readonly #spelling: Spelling;

  constructor(text: string) {
    this.#text = text;
    this.#document = parseYaml(text);
    this.#spelling = writtenSpelling(text);
  }

  change(edit: FormEdit): TextEdit | undefined {
    const keys = splitPointer(edit.pointer);
    switch (edit.kind) {
      case 'set':
        return this.#set(keys, edit.value);
      case 'append':
        return this.#append(keys, edit.value);
      case 'rename': {
        const extent = extentOf(this.#pairAt(keys)?.key);
        return extent && { extent, text: this.#written(edit.key) };
      }
      case 'remove':
        return this.#remove(keys);
      case 'insert':
      case 'move':
      case 'arrange':
        return undefined;
    }
  }

  #set(keys: readonly string[], value: JsonValue): TextEdit | undefined {
    const extent = extentOf(this.#nodeAt(keys));
    if (extent !== undefined) return { extent, text: this.#written(value) };
    const pair = this.#pairAt(keys);
    if (pair !== undefined) return this.#fill(pair, value);
    const key = keys.at(-1);
    if (key === undefined) return undefined;
    const holder = this.#nodeAt(keys.slice(0, -1));
    if (isMap(holder)) return this.#addTo(holder, `${this.#written(key)}: ${this.#written(value)}`);
    // What would hold it is not there either, and is made with it.
    return holder === undefined || extentOf(holder) === undefined
      ? this.#set(keys.slice(0, -1), { [key]: value })
      : undefined;
  }

  /** A name behind which nothing stands. */
  #fill({ key }: Pair<unknown, unknown>, value: JsonValue): TextEdit | undefined {
    const end = extentOf(key)?.end;
    const colon = end === undefined ? -1 : this.#text.indexOf(':', end);
    if (end === undefined || colon < 0 || this.#text.slice(end, colon).trim() !== '') return undefined;
    return { extent: { start: colon + 1, end: colon + 1 }, text: ` ${this.#written(value)}` };
  }

  #append(keys: readonly string[], value: JsonValue): TextEdit | undefined {
    const list = this.#nodeAt(keys);
    if (!isSeq(list)) return this.#set(keys, [value]);
    const written = this.#written(value);
    if (list.flow === true) return this.#addInBrackets(list, list.items.at(-1), written);
    const first = extentOf(list)?.start;
    return first === undefined ? undefined : this.#addLine(list, `${this.#indentAt(first)}- ${written}`);
  }

  #addTo(map: YAMLMap, member: string): TextEdit | undefined {
    const last = map.items.at(-1);
    if (map.flow === true) return this.#addInBrackets(map, last?.value ?? last?.key, member);
    const first = extentOf(map)?.start;
    return first === undefined ? undefined : this.#addLine(map, `${this.#indentAt(first)}${member}`);
  }

  #addInBrackets(node: YAMLMap | YAMLSeq, last: unknown, written: string): TextEdit | undefined {
    const whole = extentOf(node);
    if (whole === undefined) return undefined;
    const isBraces = isMap(node);
    const at = extentOf(last)?.end ?? whole.start + 1;
    const text = node.items.length > 0 ? `, ${written}` : isBraces ? ` ${written} ` : written;
    return { extent: { start: at, end: at }, text };
  }

  /** Behind the last line of a node that consists of lines. */
  #addLine(node: YAMLMap | YAMLSeq, line: string): TextEdit | undefined {
    const extent = extentOf(node);
    if (extent === undefined) return undefined;
    const end = this.#text.slice(0, extent.end).trimEnd().length;
    const newLine = this.#text.indexOf('\n', end);
    const at = newLine < 0 ? this.#text.length : newLine;
    return { extent: { start: at, end: at }, text: `\n${line}` };
  }

  /** Only of what has lines of its own. */
  #remove(keys: readonly string[]): TextEdit | undefined {
    const start = extentOf(this.#pairAt(keys)?.key)?.start;
    const value = extentOf(this.#nodeAt(keys));
    if (start === undefined) return undefined;
    const lineStart = this.#text.lastIndexOf('\n', start - 1) + 1;
    const isAlone = this.#text.slice(lineStart, start).trim() === '';
    const holder = this.#nodeAt(keys.slice(0, -1));
    if (!isAlone || !isMap(holder) || holder.flow === true || holder.items.length < 2) return undefined;
    const end = this.#text.slice(0, value?.end ?? start).trimEnd().length;
    const newLine = this.#text.indexOf('\n', Math.max(end, start));
    return { extent: { start: lineStart, end: newLine < 0 ? this.#text.length : newLine + 1 }, text: '' };
  }

  #written(value: JsonValue): string {
    return writeValue(value, this.#spelling);
  }

  /** Blanks up to the column of a place. */
  #indentAt(offset: number): string {
    return ' '.repeat(offset - this.#text.lastIndexOf('\n', offset - 1) - 1);
  }

  #nodeAt(keys: readonly string[]): unknown {
    let node: unknown = this.#document.contents;
    for (const key of keys) node = memberNode(resolved(this.#document, node), key)?.node;
    return resolved(this.#document, node);
  }

  #pairAt(keys: readonly string[]): Pair<unknown, unknown> | undefined {
    const holder = this.#nodeAt(keys.slice(0, -1));
    return isMap(holder) ? holder.items.find(({ key }) => isScalar(key) && keyOf(key) === keys.at(-1)) : undefined;
  }
}
