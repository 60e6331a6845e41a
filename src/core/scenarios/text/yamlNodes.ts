import {
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type ParsedNode,
  parseDocument,
} from 'yaml';
import { splitPointer } from '../../requests/pointer';
import type { Extent } from './sourceText';

export type YamlDocument = Document.Parsed<ParsedNode>;

/** What the text holds as far as it can be read; `errors` says where it cannot. */
export function parseYaml(text: string): YamlDocument {
  return parseDocument(text, {
    version: '1.2',
    prettyErrors: false,
    logLevel: 'error',
    stringKeys: true,
    merge: true,
    resolveKnownTags: false,
  });
}

export function keyOf(key: unknown): string {
  return isScalar(key) ? String(key.value) : '';
}

export function extentAt(document: YamlDocument, text: string, pointer: string): Extent {
  let node: unknown = document.contents;
  let extent = extentOf(node) ?? { start: 0, end: text.length };
  for (const key of splitPointer(pointer)) {
    const next = memberNode(resolved(document, node), key);
    if (next === undefined) break;
    node = next.node;
    extent = extentOf(node) ?? extentOf(next.key) ?? extent;
  }
  return extent;
}

export function resolved(document: YamlDocument, node: unknown): unknown {
  return isAlias(node) ? node.resolve(document) : node;
}

export function memberNode(node: unknown, key: string): { readonly node: unknown; readonly key: unknown } | undefined {
  if (isMap(node)) {
    const pair = node.items.find((item) => isPair(item) && keyOf(item.key) === key);
    return pair && { node: pair.value, key: pair.key };
  }
  if (!isSeq(node) || !/^(0|[1-9]\d*)$/.test(key)) return undefined;
  const item = node.items[Number(key)];
  return item === undefined ? undefined : { node: item, key: undefined };
}

/** An empty value has no length: what is said of it stands at its name. */
export function extentOf(node: unknown): Extent | undefined {
  const range = isNode(node) ? node.range : undefined;
  return range && range[1] > range[0] ? { start: range[0], end: range[1] } : undefined;
}

export function isNode(node: unknown): node is Node {
  return isAlias(node) || isMap(node) || isSeq(node) || isScalar(node);
}
