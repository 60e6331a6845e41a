import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

export interface Import {
  /** Path of a file of this project, or the name of a package. */
  readonly to: string;
  readonly kind: 'value' | 'type' | 'dynamic';
}

export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

const statement = /(?:^|[\n;])\s*(?:import|export)\s+(type\s+)?(?:[\w*{][^'"`;]*?\sfrom\s+)?['"]([^'"\n]+)['"]/g;
const dynamic = /\bimport\(\s*['"]([^'"\n]+)['"]\s*\)/g;

const read = new Map<string, readonly SourceFile[]>();

/** The TypeScript files below a folder, with what each of them imports: read once, whoever asks. */
export function readSources(folder: string): readonly SourceFile[] {
  const sources = read.get(folder) ?? readFolder(folder);
  read.set(folder, sources);
  return sources;
}

function readFolder(folder: string): readonly SourceFile[] {
  const paths = listFiles(folder).filter((path) => /\.(tsx?|mts)$/.test(path) && !path.endsWith('.d.ts'));
  const known = new Set(paths);
  return paths.map((path) => new ReadFile(path, known));
}

/** Most who read the files ask for no imports. */
class ReadFile implements SourceFile {
  readonly path: string;
  readonly text: string;
  readonly #known: ReadonlySet<string>;
  #imports: readonly Import[] | undefined;

  constructor(path: string, known: ReadonlySet<string>) {
    this.path = path;
    this.text = readFileSync(path, 'utf8');
    this.#known = known;
  }

  get imports(): readonly Import[] {
    this.#imports ??= importsOf(this.path, withoutComments(this.text), this.#known);
    return this.#imports;
  }
}

/** The names of the types and classes that a file exports. */
export function exportedTypes({ text }: SourceFile): readonly string[] {
  const declared = withoutComments(text).matchAll(
    /^export (?:declare )?(?:abstract )?(?:type|interface|class) (\w+)/gm,
  );
  return [...declared].map(([, name = '']) => name);
}

/** Paths with forward slashes, relative to the project. */
export function listFiles(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'));
}

/** What runs: comments may name what code must not. */
export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}

/** Which rooms need which others, types included: each arrow once, as `from -> to`. */
export function arrowsBetween(
  files: readonly SourceFile[],
  roomOf: (path: string) => string | undefined,
): readonly string[] {
  const arrows = files.flatMap(({ path, imports }) => imports.map(({ to }) => [roomOf(path), roomOf(to)] as const));
  const between = arrows.filter(([from, to]) => from !== undefined && to !== undefined && from !== to);
  return [...new Set(between.map(([from, to]) => `${from} -> ${to}`))].sort();
}

/** The folders that hold more files than that, without what is in folders below them. */
export function foldersOver(most: number, paths: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const path of paths) counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1);
  return [...counts].flatMap(([folder, count]) => (count > most ? [folder] : [])).sort();
}

/** Every circle of files of which each needs the next, be it for a type alone or on demand: none of them is understood without the others. */
export function findCycles(files: readonly SourceFile[]): readonly string[] {
  const edges = new Map(files.map(({ path, imports }) => [path, imports.map(({ to }) => to)]));
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, above: readonly string[]): void => {
    const start = above.indexOf(path);
    if (start !== -1) return void cycles.push([...above.slice(start), path].join(' -> '));
    if (done.has(path)) return;
    for (const next of edges.get(path) ?? []) visit(next, [...above, path]);
    done.add(path);
  };
  for (const path of edges.keys()) visit(path, []);
  return cycles;
}

function importsOf(path: string, text: string, known: ReadonlySet<string>): readonly Import[] {
  const statements = [...text.matchAll(statement)].map(
    ([, type, name = '']): Import => ({ to: resolve(path, name, known), kind: type === undefined ? 'value' : 'type' }),
  );
  const calls = [...text.matchAll(dynamic)].map(
    ([, name = '']): Import => ({ to: resolve(path, name, known), kind: 'dynamic' }),
  );
  return [...statements, ...calls];
}

function resolve(from: string, name: string, known: ReadonlySet<string>): string {
  if (!name.startsWith('.')) return packageOf(name);
  const path = posix.normalize(posix.join(dirname(from), name));
  const candidates = ['', '.ts', '.tsx', '/index.ts', '/index.tsx'].map((end) => path + end);
  return candidates.find((candidate) => known.has(candidate)) ?? path;
}

/** `@scope/name/deep` is the package `@scope/name`; the modules of Node are one package. */
function packageOf(name: string): string {
  if (name.startsWith('node:')) return 'node:*';
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}
