import path from 'node:path';
import { readNamedFile } from '../core/attachments/namedFile';
import type { FileOutcome } from '../core/sending/ports';
import { localFiles } from '../node/localFiles';

/** Reads files that a request names, from its own folder and from the working folder. */
export function requestFileReader(requestFile: string, cwd: string): (name: string) => Promise<FileOutcome> {
  const roots = [path.dirname(path.resolve(cwd, requestFile)), cwd];
  return (name) => readNamedFile(localFiles, roots, name);
}
