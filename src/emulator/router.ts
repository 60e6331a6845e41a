import type { Operation, PathPrefix } from '../core/provider';

export interface RouteMatch {
  /** More than one when calls share method and path and differ in what they carry. */
  readonly operations: readonly Operation[];
  readonly parameters: Readonly<Record<string, string>>;
}

export interface Router {
  match(method: string, path: string): RouteMatch | undefined;
}

interface Route {
  readonly operations: Operation[];
  readonly names: readonly string[];
}

interface Node {
  readonly literals: Map<string, Node>;
  readonly patterns: Pattern[];
  readonly routes: Map<string, Route>;
}

/** A segment with one parameter, `{id}` or `{id}.pdf`. */
interface Pattern {
  readonly prefix: string;
  readonly suffix: string;
  readonly next: Node;
}

/**
 * A tree of path segments, built once. Literal segments go before parameters, and a path costs no more steps than it
 * has segments and alternatives, so that no request can make matching slow.
 */
export function createRouter(operations: readonly Operation[], prefix?: PathPrefix): Router {
  const root = newNode();
  for (const operation of operations) {
    const templates = operation.host === undefined ? templatesOf(operation.path, prefix) : [operation.path];
    for (const template of templates) insert(root, template, operation);
  }
  return {
    match: (method, path) => {
      const captured: string[] = [];
      const route = find(root, segmentsOf(path), 0, method, captured);
      return route && { operations: route.operations, parameters: zip(route.names, captured) };
    },
  };
}

/** The operation's path under every prefix that the sources know; callers may use any of them. */
function templatesOf(path: string, prefix: PathPrefix | undefined): readonly string[] {
  if (prefix === undefined || !path.startsWith(`${prefix.default}/`)) return [path];
  const rest = path.slice(prefix.default.length);
  return [...new Set([prefix.default, ...prefix.known])].map((known) => `${known.replace(/\/+$/, '')}${rest}`);
}

/** A slash at the end makes no difference. */
function segmentsOf(path: string): readonly string[] {
  const segments = path.split('/').slice(1);
  if (segments.length > 1 && segments.at(-1) === '') segments.pop();
  return segments;
}

function insert(root: Node, template: string, operation: Operation): void {
  const names: string[] = [];
  const leaf = segmentsOf(template).reduce((node, segment) => childOf(node, segment, names), root);
  const route = leaf.routes.get(operation.method);
  if (route === undefined) leaf.routes.set(operation.method, { operations: [operation], names });
  else if (!route.operations.includes(operation)) route.operations.push(operation);
}

function childOf(node: Node, segment: string, names: string[]): Node {
  const parameter = /^([^{]*)\{(\w+)\}([^{]*)$/.exec(segment);
  if (parameter === null) {
    const next = node.literals.get(segment) ?? newNode();
    node.literals.set(segment, next);
    return next;
  }
  const [, prefix = '', name = '', suffix = ''] = parameter;
  names.push(name);
  const known = node.patterns.find((pattern) => pattern.prefix === prefix && pattern.suffix === suffix);
  if (known !== undefined) return known.next;
  const next = newNode();
  node.patterns.push({ prefix, suffix, next });
  node.patterns.sort((one, other) => fixedLength(other) - fixedLength(one));
  return next;
}

function fixedLength(pattern: Pattern): number {
  return pattern.prefix.length + pattern.suffix.length;
}

function find(
  node: Node,
  segments: readonly string[],
  index: number,
  method: string,
  captured: string[],
): Route | undefined {
  const segment = segments[index];
  if (segment === undefined) return node.routes.get(method);
  const literal = node.literals.get(segment);
  const direct = literal && find(literal, segments, index + 1, method, captured);
  if (direct !== undefined) return direct;
  for (const { prefix, suffix, next } of node.patterns) {
    const length = segment.length - prefix.length - suffix.length;
    if (length < 1 || !segment.startsWith(prefix) || !segment.endsWith(suffix)) continue;
    captured.push(segment.slice(prefix.length, prefix.length + length));
    const route = find(next, segments, index + 1, method, captured);
    if (route !== undefined) return route;
    captured.pop();
  }
  return undefined;
}

function zip(names: readonly string[], values: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name, index) => [name, values[index] ?? '']));
}

function newNode(): Node {
  return { literals: new Map(), patterns: [], routes: new Map() };
}
