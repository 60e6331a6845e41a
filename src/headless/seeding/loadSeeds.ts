import path from 'node:path';
import { readRequestText } from '../readRequestText';
import type { PlacedSeed } from './plantSeeds';
import { SeedProblem } from './seedProblem';

/** The texts of seed files. Throws a `SeedProblem`. */
export function loadSeeds(cwd: string, files: readonly string[]): readonly PlacedSeed[] {
  return files.map((file) => {
    const read = readRequestText(cwd, file);
    if (read.kind === 'unreadable') {
      throw new SeedProblem([{ file, path: '', code: 'seed', message: read.detail, severity: 'error' }]);
    }
    return { file, folder: path.dirname(path.resolve(cwd, file)), text: read.text };
  });
}
