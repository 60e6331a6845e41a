import { replacePrefix } from '../core/addresses/pathPrefix';
import type { Operation } from '../core/operation';
import type { PathPrefix } from '../core/provider';

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

export interface RouterOptions {
  readonly prefix?: PathPrefix | undefined;
  /** Paths of the API's base URLs, for example `/v3`: clients that know the API's host only write them themselves. */
  readonly bases?: readonly string[] | undefined;
  /** Literal segments match in any case. */
  readonly ignoresCase?: boolean | undefined;
}

/**
 * A tree of path segments, built once. Literal segments go before parameters, and a path costs no more steps than it
 * has segments and alternatives, so that no request can make matching slow.
 */
export function createRouter(operations: readonly Operation[], options: RouterOptions = {}): Router {
  const root = newNode();
  const literalOf = options.ignoresCase ? (segment: string) => segment.toLowerCase() : (segment: string) => segment;
  for (const operation of operations) {
    for (const template of templatesOf(operation, options)) insert(root, template, operation, literalOf);
  }
  return {
    match: (method, path) => {
      const captured: string[] = [];
      const route = find({ method, segments: segmentsOf(path), literalOf, captured }, root, 0);
      return route && { operations: route.operations, parameters: zip(route.names, captured) };
    },
  };
}

/** Every path an operation has. What is at a host of its own has neither prefix nor base. */
function templatesOf({ path, alsoAt = [], host }: Operation, { prefix, bases = [] }: RouterOptions): readonly string[] {
  const paths = [path, ...alsoAt];
  if (host !== undefined) return paths;
  const prefixed = paths.flatMap((one) => prefixedPaths(one, prefix));
  return ['', ...bases].flatMap((base) => prefixed.map((one) => `${base}${one}`));
}

/** The operation's path under every prefix that the sources know; callers may use any of them. */
function prefixedPaths(path: string, prefix: PathPrefix | undefined): readonly string[] {
  if (prefix === undefined || !path.startsWith(`${prefix.default}/`)) return [path];
  const starts = new Set([prefix.default, ...prefix.known]);
  return [...starts].map((start) => replacePrefix(path, prefix.default, start));
}

/** A slash at the end makes no difference. */
function segmentsOf(path: string): readonly string[] {
  const segments = path.split('/').slice(1);
  if (segments.length > 1 && segments.at(-1) === '') segments.pop();
  return segments;
}

type LiteralOf = (segment: string) => string;

function insert(root: Node, template: string, operation: Operation, literalOf: LiteralOf): void {
  const names: string[] = [];
  const leaf = segmentsOf(template).reduce((node, segment) => childOf(node, segment, names, literalOf), root);
  const route = leaf.routes.get(operation.method);
  if (route === undefined) leaf.routes.set(operation.method, { operations: [operation], names });
  else if (!route.operations.includes(operation)) route.operations.push(operation);
}

function childOf(node: Node, segment: string, names: string[], literalOf: LiteralOf): Node {
  const parameter = /^([^{]*)\{(\w+)\}([^{]*)$/.exec(segment);
  if (parameter === null) {
    const literal = literalOf(segment);
    const next = node.literals.get(literal) ?? newNode();
    node.literals.set(literal, next);
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

interface Search {
  readonly method: string;
  readonly segments: readonly string[];
  readonly literalOf: LiteralOf;
  readonly captured: string[];
}

function find(search: Search, node: Node, index: number): Route | undefined {
  const { method, segments, literalOf, captured } = search;
  const segment = segments[index];
  if (segment === undefined) return node.routes.get(method);
  const literal = node.literals.get(literalOf(segment));
  const direct = literal && find(search, literal, index + 1);
  if (direct !== undefined) return direct;
  for (const { prefix, suffix, next } of node.patterns) {
    const length = segment.length - prefix.length - suffix.length;
    if (length < 1 || !segment.startsWith(prefix) || !segment.endsWith(suffix)) continue;
    captured.push(segment.slice(prefix.length, prefix.length + length));
    const route = find(search, next, index + 1);
    if (route !== undefined) return route;
    captured.pop();
  }
  return undefined;
}

function zip(names: readonly string[], values: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name, index) => [name, (values[index] ?? '').replaceAll('%2F', '/')]));
}

function newNode(): Node {
  return { literals: new Map(), patterns: [], routes: new Map() };
}
