import { type Dirent, readdirSync, statSync } from 'node:fs';
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

/** Whether a file that somebody names is read as a scenario: requests are never YAML. */
export function isReadAsScenario(file: string): boolean {
  return isScenarioFile(file) || /\.ya?ml$/i.test(file);
}

/** The scenarios of a folder, as far as it is not so large that nobody keeps it for them. */
export function scenarioFilesWithin(cwd: string): readonly string[] {
  return within(cwd, '.', mostLookedAt).filter(isScenarioFile);
}

/** Of a home folder or a disk, which somebody may be in. */
const mostLookedAt = 20_000;

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

/**
 * All files below a folder, named from where the command was called. What packages and tools keep is left out, and with a
 * limit what cannot be read.
 */
function within(cwd: string, folder: string, most = Number.POSITIVE_INFINITY): readonly string[] {
  const root = path.resolve(cwd, folder);
  if (statSync(root, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
  const files: string[] = [];
  const open = [''];
  let seen = 0;
  for (let below = open.shift(); below !== undefined && seen < most; below = open.shift()) {
    for (const entry of entriesIn(path.join(root, below), most)) {
      seen += 1;
      const name = path.posix.join(below, entry.name);
      if (entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.')) open.push(name);
      if (entry.isFile()) files.push(path.posix.join(folder.replaceAll('\\', '/'), name));
    }
  }
  return files.sort();
}

function entriesIn(folder: string, most: number): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error: unknown) {
    // Whoever names a folder wants to know that it cannot be read.
    if (Number.isFinite(most)) return [];
    throw error;
  }
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
