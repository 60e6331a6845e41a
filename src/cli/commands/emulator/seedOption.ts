import type { Provider } from '../../../core/provider';
import type { KeptOptions } from '../../../node/emulator/keeping/startKept';

/** What the emulators begin with; undefined where a seed cannot be planted, which is said. */
export async function seedsIn(
  cwd: string,
  files: readonly string[],
  providers: readonly Provider[],
  say: (line: string) => void,
): Promise<KeptOptions['seeds']> {
  if (files.length === 0) return new Map();
  const { SeedProblem } = await import('../../../headless/seeding/seedProblem');
  try {
    const { loadSeeds } = await import('../../../headless/seeding/loadSeeds');
    const { plantSeeds } = await import('../../../headless/seeding/plantSeeds');
    return await plantSeeds(loadSeeds(cwd, files), providers);
  } catch (error: unknown) {
    if (!(error instanceof SeedProblem)) throw error;
    say(`${error.message}\nNothing was started. Mend the seed and start again.\n`);
    return undefined;
  }
}
