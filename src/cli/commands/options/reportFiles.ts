import { accessSync, constants, mkdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { errorCode } from '../../../core/typing/errorCode';
import { unwritableReason } from '../../../headless/files/writeNewFile';
import { type Surroundings, UsageError } from '../../surroundings';
import type { Destination } from './readDestinations';

/** Makes the folders of reports, and refuses what cannot be written before a long run would be lost. */
export function prepareReports({ cwd }: Pick<Surroundings, 'cwd'>, destinations: readonly Destination[]): void {
  for (const { file } of destinations) {
    const fault = file === undefined ? undefined : faultOf(path.resolve(cwd, file));
    if (fault !== undefined) throw new UsageError(`No report can be written to ${file}: ${fault}`);
  }
}

function faultOf(place: string): string | undefined {
  try {
    mkdirSync(path.dirname(place), { recursive: true });
    const there = statSync(place, { throwIfNoEntry: false });
    if (there?.isDirectory() === true) return unwritableReason('EISDIR');
    // Whoever writes to a pipe that nobody reads waits for ever, after all has run.
    if (there?.isFile() === false) return 'It is no regular file.';
    accessSync(there === undefined ? path.dirname(place) : place, constants.W_OK);
    return undefined;
  } catch (error: unknown) {
    // A file stands where a folder should.
    return unwritableReason(errorCode(error) === 'EEXIST' ? 'ENOTDIR' : errorCode(error));
  }
}

/** Why it was not written. */
export function writeReport(cwd: string, file: string, text: string, flag: 'w' | 'a' = 'w'): string | undefined {
  try {
    writeFileSync(path.resolve(cwd, file), text, { flag });
    return undefined;
  } catch (error: unknown) {
    return unwritableReason(errorCode(error));
  }
}
