import { splitPointer } from '../requests/pointer';
import { JsonScanner } from './jsonScanner';

/** A JSON text as it was written: what a value alone no longer knows. */
export type JsonNode = JsonObjectNode | JsonArrayNode | JsonScalarNode;

interface Extent {
  readonly start: number;
  readonly end: number;
}
export interface JsonObjectNode extends Extent {
  readonly kind: 'object';
  /** In their order, repeated names included. */
  readonly members: readonly JsonMember[];
}
export interface JsonArrayNode extends Extent {
  readonly kind: 'array';
  readonly items: readonly JsonNode[];
}
export interface JsonScalarNode extends Extent {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
}
export interface JsonMember {
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly node: JsonNode;
}

export interface JsonTree {
  readonly text: string;
  readonly root: JsonNode;
}

/** Undefined when the text is not JSON. */
export function readJsonTree(text: string): JsonTree | undefined {
  const scanner = new JsonScanner(text);
  const open: OpenNode[] = [];
  let root: JsonNode | undefined;
  for (let token = scanner.next(); token !== 'end'; token = scanner.next()) {
    if (token === 'fault') return undefined;
    if (token === 'key') startMember(open.at(-1), scanner);
    else if (token === 'closeObject' || token === 'closeArray') close(open, scanner.end);
    else root = add(open, nodeOf(scanner), root);
  }
  return root && { text, root };
}

/** Of a name that stands twice the last one counts. */
export function nodeAt(root: JsonNode | undefined, pointer: string): JsonNode | undefined {
  return splitPointer(pointer).reduce(childOf, root);
}

export function childOf(node: JsonNode | undefined, key: string): JsonNode | undefined {
  if (node?.kind === 'object') return node.members.findLast((member) => member.key === key)?.node;
  return node?.kind === 'array' && /^(0|[1-9]\d*)$/.test(key) ? node.items[Number(key)] : undefined;
}

type OpenNode =
  | { kind: 'object'; start: number; end: number; members: JsonMember[]; name: Omit<JsonMember, 'node'> }
  | { kind: 'array'; start: number; end: number; items: JsonNode[] };

function startMember(parent: OpenNode | undefined, scanner: JsonScanner): void {
  if (parent?.kind !== 'object') return;
  parent.name = { key: scanner.content(), keyStart: scanner.start, keyEnd: scanner.end };
}

function close(open: OpenNode[], end: number): void {
  const node = open.pop();
  if (node !== undefined) node.end = end;
}

/** Gives back the root, which the first node is. */
function add(open: OpenNode[], node: OpenNode | JsonScalarNode, root: JsonNode | undefined): JsonNode {
  const parent = open.at(-1);
  if (parent?.kind === 'array') parent.items.push(node);
  else if (parent?.kind === 'object') parent.members.push(memberOf(parent.name, node));
  if (node.kind !== 'scalar') open.push(node);
  return root ?? node;
}

/** Member by member: copied as a whole, millions of them would take as long as reading them. */
function memberOf({ key, keyStart, keyEnd }: Omit<JsonMember, 'node'>, node: JsonNode): JsonMember {
  return { key, keyStart, keyEnd, node };
}

function nodeOf(scanner: JsonScanner): OpenNode | JsonScalarNode {
  const { token, start, end } = scanner;
  switch (token) {
    case 'openObject':
      return { kind: 'object', start, end, members: [], name: { key: '', keyStart: start, keyEnd: start } };
    case 'openArray':
      return { kind: 'array', start, end, items: [] };
    case 'string':
      return { kind: 'scalar', start, end, value: scanner.content() };
    case 'number':
      return { kind: 'scalar', start, end, value: Number(scanner.spelling()) };
    default:
      return { kind: 'scalar', start, end, value: token === 'null' ? null : token === 'true' };
  }
}
