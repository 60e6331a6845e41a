import { existsSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { UsageError } from '../../surroundings';

/**
 * Where an assistant reads files: the folder that a person named, or the working folder. Some clients start every server
 * in the home folder or at the top of the disk, which nobody chose: undefined for these and what holds a home folder.
 */
export function filesFolder(cwd: string, named: string | undefined, home = homedir()): string | undefined {
  const wide = [home, path.parse(path.resolve(cwd)).root];
  if (named === undefined && wide.some((place) => isWithin(place, cwd))) return undefined;
  const folder = path.resolve(cwd, named ?? '.');
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return folder;
  throw new UsageError(`--files ${named}: There is no such folder.`);
}

export const noFiles =
  'No files are read, for "esign mcp" was started in a home folder or on a whole disk: a person names a folder with --files.';

function isWithin(place: string, folder: string): boolean {
  const way = path.relative(realPlace(folder), realPlace(place));
  return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}

function realPlace(place: string): string {
  return existsSync(place) ? realpathSync(place) : path.resolve(place);
}
