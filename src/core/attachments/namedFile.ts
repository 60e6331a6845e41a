import { t } from '@vscode/l10n';
import { nearest } from '../forms/wording/nearest';
import type { FileOutcome } from '../sending/ports';

/** The files of a shell. A place is what the shell calls a file or folder; the rules take it as it comes. */
export interface FileSystem {
  /** Between the folders of a place. */
  readonly separator: string;
  placeOf(folder: string, name: string): string;
  /** The place behind all links, undefined when nothing is there. */
  realPlace(place: string): Promise<string | undefined>;
  /** Reads a real place, and opens nothing else than a regular file: a pipe or device would wait for ever. */
  read(place: string, mostBytes: number): Promise<FileContent>;
  /** Changes with the content of a real place. */
  stampOf(place: string): Promise<string>;
  namesIn(folder: string): Promise<readonly string[]>;
}

export type FileContent =
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  | { readonly kind: 'folder' | 'special' | 'tooLarge' | 'missing' | 'forbidden' };

/** Where a request may find files: beside itself first, then in the folders of the workspace. */
export type Roots = readonly string[];

const mostBytes = 50 * 1024 * 1024;

/**
 * Reads a file that a request names. A request comes from anywhere, so it reaches nothing but regular files below its
 * own folder and the workspace, and what it names is looked up only when it is relative to them.
 */
export async function readNamedFile(files: FileSystem, roots: Roots, name: string): Promise<FileOutcome> {
  const found = await findNamedFile(files, roots, name);
  if (found.kind === 'unreadable') return found;
  const content = await files.read(found.place, mostBytes);
  if (content.kind !== 'file') return unreadable(refusals()[content.kind]);
  return { kind: 'read', name: lastPart(name), bytes: content.bytes };
}

export type FoundFile = { readonly kind: 'found'; readonly place: string } | (FileOutcome & { kind: 'unreadable' });

/** The real place of a file that the request may reach. */
export async function findNamedFile(files: FileSystem, roots: Roots, name: string): Promise<FoundFile> {
  const refusal = refusalOfName(name);
  if (refusal !== undefined) return unreadable(refusal);
  for (const spelling of spellingsOf(name)) {
    for (const root of roots) {
      const place = await files.realPlace(files.placeOf(root, spelling));
      if (place === undefined) continue;
      return (await isReachable(files, roots, place)) ? { kind: 'found', place } : unreadable(outside());
    }
  }
  const meant = await suggestion(files, roots, name);
  const { missing } = refusals();
  return unreadable(meant === undefined ? missing : `${missing} ${meant}`);
}

/** Whether a real place lies below one of the folders. */
export async function isReachable(files: FileSystem, roots: Roots, place: string): Promise<boolean> {
  for (const root of roots) {
    const folder = await files.realPlace(root);
    if (folder !== undefined && place.startsWith(asFolder(files, folder))) return true;
  }
  return false;
}

const outside = () => t('It lies neither below the folder of the request nor in the workspace.');

const refusals = () =>
  ({
    missing: t('There is no such file.'),
    folder: t('It is a folder.'),
    special: t('It is a device, pipe or socket, not a file.'),
    tooLarge: t('It is larger than {0} MB.', mostBytes / 1024 / 1024),
    forbidden: t('It may not be read.'),
  }) satisfies Record<Exclude<FileContent['kind'], 'file'>, string>;

/** Looking at a network share or a drive would be a contact already, so names are judged before anything is touched. */
function refusalOfName(name: string): string | undefined {
  if (name.trim() === '') return t('No file is named.');
  if (name.includes('\0')) return t('The name holds a NUL character.');
  if (name.length > longestName) return t('The name is longer than that of any file.');
  if (/^([\\/]|[a-z]:|file:)/i.test(name)) return t('The path must be relative to the folder of the request.');
  if (/[\\/]$/.test(name)) return refusals().folder;
  return undefined;
}

export const longestName = 4096;

/** A request that was written on Windows may separate folders by backslashes. */
function spellingsOf(name: string): readonly string[] {
  return name.includes('\\') ? [name, name.replaceAll('\\', '/')] : [name];
}

/** What lies beside the missing file under a name like it. */
async function suggestion(files: FileSystem, roots: Roots, name: string): Promise<string | undefined> {
  const slashed = name.replaceAll('\\', '/');
  const start = slashed.slice(0, slashed.lastIndexOf('/') + 1);
  for (const root of roots) {
    const folder = await files.realPlace(files.placeOf(root, start === '' ? '.' : start));
    if (folder === undefined || !(await isWithin(files, roots, folder))) continue;
    const meant = nearest(lastPart(name), await files.namesIn(folder));
    if (meant !== undefined) return t('Did you mean "{0}"?', `${start}${meant}`);
  }
  return undefined;
}

async function isWithin(files: FileSystem, roots: Roots, folder: string): Promise<boolean> {
  return isReachable(files, roots, asFolder(files, folder));
}

function asFolder({ separator }: FileSystem, place: string): string {
  return place.endsWith(separator) ? place : `${place}${separator}`;
}

function lastPart(name: string): string {
  return name.replaceAll('\\', '/').split('/').at(-1) ?? name;
}

function unreadable(reason: string): FileOutcome & { kind: 'unreadable' } {
  return { kind: 'unreadable', reason };
}
