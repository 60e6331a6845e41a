import { ProviderRegistry } from '../../../src/core/registry';
import { providers } from '../../../src/providers';
import { castsIn, linesIn } from '../../unit/casts';
import { bodiesIn, sameBodies } from '../../unit/house/bodies';
import { arrowsBetween, findCycles, foldersOver, readSources, type SourceFile } from '../../unit/importGraph';

/** A figure of the house, and what it was in November 2026, before the house was laid out as it is. */
export interface Figure {
  readonly what: string;
  readonly unit: string;
  readonly ours: number;
  readonly before?: number;
  readonly atMost?: number;
}

const mostFiles = 15;

/** What can be counted in the sources. */
export async function ofCode(): Promise<readonly Figure[]> {
  const files = [...readSources('src'), ...readSources('webview')];
  const lines = linesOf(files);
  const paths = files.map(({ path }) => path);
  const bodies = (await Promise.all(files.map(bodiesIn))).flat();
  const casts = files.flatMap(castsIn).length;
  const all = await new ProviderRegistry(providers).all();
  const operations = all.reduce((sum, { operations: own }) => sum + own.length, 0);
  const ofProviders = files.filter(({ path }) => /^src\/providers\/[^/]+\//.test(path));
  return [
    ...rooms(files),
    { what: 'files of the shell’s largest folder', unit: '', ours: largestFolder(paths, 'src/vscode/'), before: 22 },
    {
      what: `folders of more than ${mostFiles} files`,
      unit: '',
      ours: foldersOver(mostFiles, paths).length,
      atMost: 0,
    },
    {
      what: 'arrows between rooms of the shell',
      unit: '',
      ours: arrowsBetween(files, (path) => /^src\/vscode\/([^/]+)\//.exec(path)?.[1]).length,
      before: 38,
    },
    { what: 'circles of files, types included', unit: '', ours: findCycles(files).length, before: 1, atMost: 0 },
    { what: 'bodies that stand twice', unit: '', ours: sameBodies(bodies).length, atMost: 0 },
    { what: 'casts in 1000 lines', unit: '', ours: (casts / lines) * 1000, before: 3.1, atMost: 1.5 },
    { what: 'operations', unit: '', ours: operations, before: 80 },
    { what: 'lines an operation', unit: '', ours: linesOf(ofProviders) / operations, before: 208 },
  ];
}

/** Files and lines of each. */
function rooms(files: readonly SourceFile[]): readonly Figure[] {
  const roomOf = ({ path }: SourceFile) => /^src\/([^/.]+)\//.exec(path)?.[1] ?? path.split('/')[0] ?? '';
  const names = [...new Set(files.map(roomOf))].sort();
  return names.flatMap((name) => {
    const own = files.filter((file) => roomOf(file) === name);
    return [
      { what: `${name}: files`, unit: '', ours: own.length },
      { what: `${name}: lines`, unit: '', ours: linesOf(own) },
    ];
  });
}

function largestFolder(paths: readonly string[], below: string): number {
  const own = paths.filter((path) => path.startsWith(below));
  let most = 0;
  while (foldersOver(most, own).length > 0) most += 1;
  return most;
}

function linesOf(files: readonly SourceFile[]): number {
  return files.reduce((sum, { text }) => sum + linesIn(text), 0);
}
