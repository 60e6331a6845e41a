import { readFile, realpath } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import * as z from 'zod';

/** The command line of an installed npm package. */
export interface InstalledProgram {
  /** The file that Node runs. */
  readonly program: string;
  readonly version: string;
}

const packageName = 'esign-workbench';

/** That of the first folder that has one, otherwise the one that PATH leads to. Another program of that name is none. */
export async function findInstalled(
  folders: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<InstalledProgram | undefined> {
  const places = [
    ...folders.map((folder) => join(folder, 'node_modules', packageName)),
    ...(await Promise.all(pathsIn(env).map(behindCommand))).flat(),
  ];
  for (const place of places) {
    const found = await readPackage(place);
    if (found !== undefined) return found;
  }
  return undefined;
}

function pathsIn(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  return (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter((folder) => folder !== '');
}

/** Where a package lies whose command is in a folder: behind the link, or beside the script that Windows has instead. */
async function behindCommand(folder: string): Promise<readonly string[]> {
  const beside = join(folder, 'node_modules', packageName);
  try {
    return [dirname(await realpath(join(folder, 'esign'))), beside];
  } catch {
    // Most folders have no such command.
    return [beside];
  }
}

const manifest = z.object({
  name: z.literal(packageName),
  version: z.string(),
  bin: z.object({ esign: z.string() }),
});

async function readPackage(folder: string): Promise<InstalledProgram | undefined> {
  try {
    const read = manifest.safeParse(JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')));
    return read.data && { program: join(folder, read.data.bin.esign), version: read.data.version };
  } catch {
    // There is none, or it is broken.
    return undefined;
  }
}
