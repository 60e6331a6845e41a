import { isMap, isScalar, isSeq, type YAMLMap } from 'yaml';
import type { JsonValue } from '../../../../protocol/json';
import { sketchedValue } from '../../text/readYaml';
import type { Extent } from '../../text/sourceText';
import { extentOf, keyOf, parseYaml } from '../../text/yamlNodes';

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
  const { start, ...place } = found;
  const first = head[start] ?? '';
  const quote = first === '"' || first === "'" ? first : '';
  const end = wordEnd(text, offset, quote, place.inFlow);
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const line = text.slice(lineStart, start);
  return {
    ...place,
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

function lastOfMap({ items }: YAMLMap, path: readonly string[], end: number, inFlow: boolean): Found | undefined {
  const pair = items.at(-1);
  if (pair === undefined) return undefined;
  const inValue = lastIn(pair.value, [...path, keyOf(pair.key)], end, inFlow);
  return inValue ?? wordFound('key', path, pair.key, end, inFlow);
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
