import path from 'node:path';
import { FileInspector, type Inspection } from '../core/attachments/fileInspector';
import { type Roots, readNamedFile } from '../core/attachments/namedFile';
import type { Operation, RequestValues } from '../core/operation';
import type { FileOutcome } from '../core/sending/ports';
import { localFiles } from '../node/localFiles';

/** Reads the attachments of a request file, from its own folder and from the working folder. */
export function attachmentReader(requestFile: string, cwd: string): (name: string) => Promise<FileOutcome> {
  const roots = rootsOf(requestFile, cwd);
  return (name) => readNamedFile(localFiles, roots, name);
}

/** What the file fields of the request would take. */
export function inspectAttachments(
  requestFile: string,
  cwd: string,
  operation: Operation,
  values: RequestValues,
): Promise<readonly Inspection[]> {
  return new FileInspector().inspect(localFiles, rootsOf(requestFile, cwd), operation, values);
}

function rootsOf(requestFile: string, cwd: string): Roots {
  return [path.dirname(path.resolve(cwd, requestFile)), cwd];
}
