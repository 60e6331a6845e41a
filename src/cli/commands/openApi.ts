import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { version } from '../../../package.json';
import { describeApi } from '../../headless/describeApi';
import { writeNewFile } from '../../headless/files/writeNewFile';
import type { Surroundings } from '../surroundings';

export async function printDescription(surroundings: Surroundings, id: string): Promise<number> {
  surroundings.out(await describeApi(surroundings.registry, id, version));
  return 0;
}

/** Says which file holds what, or what could not be written. */
export async function writeDescriptions(
  surroundings: Surroundings,
  ids: readonly string[],
  folder: string,
): Promise<number> {
  makeFolder(resolve(surroundings.cwd, folder));
  for (const id of ids) {
    const file = join(folder, `${id}.openapi.json`);
    const written = writeNewFile(surroundings.cwd, file, await describeApi(surroundings.registry, id, version), true);
    if (written.kind === 'unwritable') {
      surroundings.err(`${file} was not written. ${written.reason}\n`);
      return 1;
    }
    surroundings.out(`${file}\n`);
  }
  return 0;
}

/** Where it cannot be made, writing into it says why. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch {}
}
