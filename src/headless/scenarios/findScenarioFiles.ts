import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

export interface FoundFiles {
  readonly files: readonly string[];
  /** Names that lead to no file. */
  readonly nowhere: readonly string[];
}

const scenarioName = /\.arazzo\.(?:ya?ml|json)$/i;

/** Whether a file is called as scenarios are. */
export function isScenarioFile(file: string): boolean {
  return scenarioName.test(file);
}

/** The files that arguments name: themselves, all scenarios of a folder, or what a pattern of names matches. */
export function findScenarioFiles(cwd: string, names: readonly string[]): FoundFiles {
  const found = names.map((name) => ({ name, files: filesOf(cwd, name) }));
  return {
    files: [...new Set(found.flatMap(({ files }) => files))],
    nowhere: found.filter(({ files }) => files.length === 0).map(({ name }) => name),
  };
}

function filesOf(cwd: string, name: string): readonly string[] {
  const stats = statSync(path.resolve(cwd, name), { throwIfNoEntry: false });
  if (stats?.isDirectory() === true) return within(cwd, name).filter(isScenarioFile);
  if (stats !== undefined || !/[*?[{]/.test(name)) return stats === undefined ? [] : [name];
  const plain = name.replaceAll('\\', '/');
  const start = plain.slice(0, plain.search(/[*?[{]/));
  const folder = start.slice(0, start.lastIndexOf('/') + 1);
  const pattern = patternOf(plain);
  return within(cwd, folder || '.').filter((file) => pattern.test(file));
}

/** All files below a folder, named from where the command was called. What packages and tools keep is left out. */
function within(cwd: string, folder: string): readonly string[] {
  const root = path.resolve(cwd, folder);
  if (statSync(root, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
  const files: string[] = [];
  const open = [''];
  for (let below = open.pop(); below !== undefined; below = open.pop()) {
    for (const entry of readdirSync(path.join(root, below), { withFileTypes: true })) {
      const name = path.posix.join(below, entry.name);
      if (entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.')) open.push(name);
      if (entry.isFile()) files.push(path.posix.join(folder.replaceAll('\\', '/'), name));
    }
  }
  return files.sort();
}

/** `**` for any folders, `*` and `?` within a name, `{a,b}` for one of several. */
function patternOf(glob: string): RegExp {
  const plain = path.posix.normalize(glob);
  const source = plain.replace(/\*\*\/|\*\*|[*?{},[\]]|[.+^$()|\\]/g, (token) => {
    switch (token) {
      case '**/':
        return '(?:[^/]+/)*';
      case '**':
        return '.*';
      case '*':
        return '[^/]*';
      case '?':
        return '[^/]';
      case '{':
        return '(?:';
      case '}':
        return ')';
      case ',':
        return '|';
      case '[':
      case ']':
        return token;
      default:
        return `\\${token}`;
    }
  });
  try {
    return new RegExp(`^${source}$`);
  } catch {
    // A bracket that is not closed matches nothing but itself, which is not there.
    return /$^/;
  }
}
