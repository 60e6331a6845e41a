import { isMap, isScalar, isSeq, type YAMLMap } from 'yaml';
import type { JsonValue } from '../../../../protocol/json';
import { sketchedValue } from '../../text/readYaml';
import type { Extent } from '../../text/sourceText';
import { extentOf, keyOf, parseYaml, type YamlDocument } from '../../text/yamlNodes';

/** Where in a scenario something is being typed. */
export interface Cursor {
  readonly role: 'key' | 'value';
  /** Of a value to itself; of a key to the object that it is in. */
  readonly path: readonly string[];
  /** What stands before the cursor of the word that is typed, without a quote. */
  readonly typed: string;
  readonly quote: '' | '"' | "'";
  /** The whole word, with its quotes. */
  readonly word: Extent;
  /** A colon follows. */
  readonly isNamed: boolean;
  /** In brackets or braces. */
  readonly inFlow: boolean;
  /** Nothing but blanks and list marks before it in its line: a name or an item may begin here. */
  readonly isFirst: boolean;
  /** Columns by which it stands behind the first character of its line. */
  readonly indent: number;
  /** Blanks that it needs before it to belong to the item of a list above it, as the editor begins a new line. */
  readonly missing: number;
  /** What the text up to here holds. */
  readonly before: JsonValue;
}

/** Makes a word of what is typed, even of nothing. */
const mark = 'M';

/** What follows does not matter to where one is, so that the text may be as wrong as it likes behind the cursor. */
export function cursorAt(text: string, offset: number): Cursor | undefined {
  const head = text.slice(0, offset) + mark;
  const document = parseYaml(head);
  const found = lastIn(document.contents, [], head.length, false);
  if (found === undefined) return undefined;
  const missing = missingBefore(found, head);
  if (missing === 0) return cursorOf(text, offset, found, 0, document);
  const { start } = found;
  const moved = head.slice(0, start) + ' '.repeat(missing) + head.slice(start);
  const within = parseYaml(moved);
  const inItem = lastIn(within.contents, [], moved.length, false);
  return inItem && cursorOf(text, offset, { ...inItem, start }, missing, within);
}

function cursorOf(text: string, offset: number, found: Found, missing: number, document: YamlDocument): Cursor {
  const { start, role, path, inFlow } = found;
  const first = start < offset ? (text[start] ?? '') : '';
  const quote = first === '"' || first === "'" ? first : '';
  const end = wordEnd(text, offset, quote, inFlow);
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const line = text.slice(lineStart, start);
  return {
    role,
    path,
    inFlow,
    missing,
    typed: text.slice(start + quote.length, offset),
    quote,
    word: { start, end },
    isNamed: /^[ \t]*:/.test(text.slice(end, end + 50)),
    isFirst: /^[\s-]*$/.test(line),
    indent: line.length - (/^\s*/.exec(line)?.[0].length ?? 0),
    before: sketchedValue(document),
  };
}

interface Found {
  readonly role: Cursor['role'];
  readonly path: readonly string[];
  readonly start: number;
  readonly inFlow: boolean;
  /** Of a key: what it is one of. */
  readonly holder?: YAMLMap;
}

/** A name below the mark of an item is none of what holds the list, unless its other names stand there as well. */
function missingBefore({ holder, start }: Found, head: string): number {
  const column = (node: unknown): number => {
    const at = extentOf(node)?.start ?? -1;
    return at - head.lastIndexOf('\n', at - 1) - 1;
  };
  const own = start - head.lastIndexOf('\n', start - 1) - 1;
  const list = holder?.flow === true ? undefined : holder?.items.at(-2)?.value;
  if (holder === undefined || !isSeq(list) || list.flow === true || column(list) !== own) return 0;
  const item = list.items.at(-1);
  const isMeant = isMap(item) && item.flow !== true && column(holder) !== own;
  return isMeant ? column(item) - own : 0;
}

/** The word that the text ends with. */
function lastIn(node: unknown, path: readonly string[], end: number, inFlow: boolean): Found | undefined {
  if (isMap(node)) return lastOfMap(node, path, end, inFlow || node.flow === true);
  if (isSeq(node)) {
    const inner = [...path, String(node.items.length - 1)];
    return lastIn(node.items.at(-1), inner, end, inFlow || node.flow === true);
  }
  return isScalar(node) ? wordFound('value', path, node, end, inFlow) : undefined;
}

function lastOfMap(map: YAMLMap, path: readonly string[], end: number, inFlow: boolean): Found | undefined {
  const pair = map.items.at(-1);
  if (pair === undefined) return undefined;
  const inValue = lastIn(pair.value, [...path, keyOf(pair.key)], end, inFlow);
  if (inValue !== undefined) return inValue;
  const found = wordFound('key', path, pair.key, end, inFlow);
  return found && { ...found, holder: map };
}

function wordFound(
  role: Cursor['role'],
  path: readonly string[],
  node: unknown,
  end: number,
  inFlow: boolean,
): Found | undefined {
  const extent = extentOf(node);
  return extent?.end === end ? { role, path, start: extent.start, inFlow } : undefined;
}

/** A word without quotes ends where something else of the same line begins. */
function wordEnd(text: string, offset: number, quote: string, inFlow: boolean): number {
  const newLine = text.indexOf('\n', offset);
  const rest = text.slice(offset, newLine < 0 ? text.length : newLine);
  if (quote !== '') {
    const closing = rest.indexOf(quote);
    return closing < 0 ? offset : offset + closing + 1;
  }
  const ending = inFlow ? /\s*(?:[,[\]{}]|:(?:\s|$)|\s#|$)/ : /\s*(?::(?:\s|$)|\s#|$)/;
  return offset + (ending.exec(rest)?.index ?? rest.length);
}
