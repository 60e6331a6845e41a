import { replacePrefix } from '../addresses/pathPrefix';
import type { Operation } from '../operation';
import type { PathPrefix } from '../provider';

/** What is found by method and path. */
export type Routable = Pick<Operation, 'method' | 'path' | 'alsoAt' | 'dialects' | 'host'>;

export interface RouteMatch<Call extends Routable = Operation> {
  /** More than one when calls share method and path and differ in what they carry. */
  readonly calls: readonly Call[];
  readonly parameters: Readonly<Record<string, string>>;
  /** The dialect that the path belongs to. */
  readonly dialect?: string;
}

export interface Router<Call extends Routable> {
  match(method: string, path: string): RouteMatch<Call> | undefined;
}

interface Route<Call> {
  readonly calls: Call[];
  readonly names: readonly string[];
  readonly dialect: string | undefined;
}

interface Node<Call> {
  readonly literals: Map<string, Node<Call>>;
  readonly patterns: Pattern<Call>[];
  readonly routes: Map<string, Route<Call>>;
}

/** A segment with one parameter, `{id}` or `{id}.pdf`. */
interface Pattern<Call> {
  readonly prefix: string;
  readonly suffix: string;
  readonly next: Node<Call>;
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
export function createRouter<Call extends Routable>(calls: readonly Call[], options: RouterOptions = {}): Router<Call> {
  const root = newNode<Call>();
  const literalOf = options.ignoresCase ? (segment: string) => segment.toLowerCase() : (segment: string) => segment;
  for (const call of calls) {
    for (const template of templatesOf(call, options)) insert(root, template, call, literalOf);
    for (const [dialect, path] of Object.entries(call.dialects ?? {})) insert(root, path, call, literalOf, dialect);
  }
  return {
    match: (method, path) => {
      const captured: string[] = [];
      const route = find({ method, segments: segmentsOf(path), literalOf, captured }, root, 0);
      if (route === undefined) return undefined;
      const { calls: found, names, dialect } = route;
      const match = { calls: found, parameters: zip(names, captured) };
      return dialect === undefined ? match : { ...match, dialect };
    },
  };
}

/** Every path a call has. What is at a host of its own has neither prefix nor base. */
function templatesOf({ path, alsoAt = [], host }: Routable, { prefix, bases = [] }: RouterOptions): readonly string[] {
  const paths = [path, ...alsoAt];
  if (host !== undefined) return paths;
  const prefixed = paths.flatMap((one) => prefixedPaths(one, prefix));
  return ['', ...bases].flatMap((base) => prefixed.map((one) => `${base}${one}`));
}

/** The path under every prefix that the sources know; callers may use any of them. */
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

function insert<Call extends Routable>(
  root: Node<Call>,
  template: string,
  call: Call,
  literalOf: LiteralOf,
  dialect?: string,
): void {
  const names: string[] = [];
  const leaf = segmentsOf(template).reduce((node, segment) => childOf(node, segment, names, literalOf), root);
  const route = leaf.routes.get(call.method);
  if (route === undefined) leaf.routes.set(call.method, { calls: [call], names, dialect });
  else if (!route.calls.includes(call)) route.calls.push(call);
}

function childOf<Call>(node: Node<Call>, segment: string, names: string[], literalOf: LiteralOf): Node<Call> {
  const parameter = /^([^{]*)\{(\w+)\}([^{]*)$/.exec(segment);
  if (parameter === null) {
    const literal = literalOf(segment);
    const next = node.literals.get(literal) ?? newNode<Call>();
    node.literals.set(literal, next);
    return next;
  }
  const [, prefix = '', name = '', suffix = ''] = parameter;
  names.push(name);
  const known = node.patterns.find((pattern) => pattern.prefix === prefix && pattern.suffix === suffix);
  if (known !== undefined) return known.next;
  const next = newNode<Call>();
  node.patterns.push({ prefix, suffix, next });
  node.patterns.sort((one, other) => fixedLength(other) - fixedLength(one));
  return next;
}

function fixedLength(pattern: Pattern<unknown>): number {
  return pattern.prefix.length + pattern.suffix.length;
}

interface Search {
  readonly method: string;
  readonly segments: readonly string[];
  readonly literalOf: LiteralOf;
  readonly captured: string[];
}

function find<Call>(search: Search, node: Node<Call>, index: number): Route<Call> | undefined {
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
  const parameters: Record<string, string> = {};
  for (let index = 0; index < names.length; index += 1) {
    const [name = '', value = ''] = [names[index], values[index]];
    parameters[name] = value.includes('%') ? value.replaceAll('%2F', '/') : value;
  }
  return parameters;
}

function newNode<Call>(): Node<Call> {
  return { literals: new Map(), patterns: [], routes: new Map() };
}
