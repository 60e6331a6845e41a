import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { errorCode } from '../../core/typing/errorCode';
import { unwritableReason } from './writeNewFile';

/** A new text of a file, made of the one that was read. */
export interface FileReplacement {
  readonly file: string;
  readonly before: string;
  readonly text: string;
}

export interface UnwrittenFile {
  readonly file: string;
  readonly reason: string;
}

interface Prepared extends Pick<FileReplacement, 'file'> {
  readonly place: string;
  readonly beside: string;
}

/**
 * Puts the new texts in the place of the old ones, of all files or of none: each is written whole beside its file first.
 * What is told is why files could not be replaced.
 */
export function replaceFiles(cwd: string, replacements: readonly FileReplacement[]): readonly UnwrittenFile[] {
  const prepared: Prepared[] = [];
  const unwritten: UnwrittenFile[] = [];
  for (const replacement of replacements) {
    const outcome = prepare(cwd, replacement);
    if ('reason' in outcome) unwritten.push(outcome);
    else prepared.push(outcome);
  }
  if (unwritten.length > 0) {
    for (const { beside } of prepared) rmSync(beside, { force: true });
    return [...unwritten, ...prepared.map(({ file }) => ({ file, reason: 'Another file could not be.' }))];
  }
  return prepared.flatMap((one) => put(one) ?? []);
}

const mark = '\uFEFF';

function prepare(cwd: string, { file, before, text }: FileReplacement): Prepared | UnwrittenFile {
  let beside: string | undefined;
  try {
    // What a link leads to is replaced, not the link.
    const place = realpathSync(path.resolve(cwd, file));
    const { mode } = statSync(place);
    const bytes = readFileSync(place);
    const isMarked = bytes.subarray(0, 3).equals(Buffer.from(mark));
    if (!bytes.subarray(isMarked ? 3 : 0).equals(Buffer.from(before))) return { file, reason: changedMeanwhile };
    closeSync(openSync(place, 'r+'));
    beside = path.join(path.dirname(place), `.${randomUUID()}.part`);
    writeWhole(beside, isMarked ? mark + text : text, mode);
    return { file, place, beside };
  } catch (error: unknown) {
    if (beside !== undefined) rmSync(beside, { force: true });
    return { file, reason: unwritableReason(errorCode(error)) };
  }
}

const changedMeanwhile = 'It was changed meanwhile, or is not written in UTF-8.';

function writeWhole(place: string, text: string, mode: number): void {
  const handle = openSync(place, 'wx', mode);
  try {
    const bytes = Buffer.from(text);
    for (let written = 0; written < bytes.length; ) written += writeSync(handle, bytes, written);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function put({ file, place, beside }: Prepared): UnwrittenFile | undefined {
  try {
    renameSync(beside, place);
    return undefined;
  } catch (error: unknown) {
    rmSync(beside, { force: true });
    return { file, reason: unwritableReason(errorCode(error)) };
  }
}
