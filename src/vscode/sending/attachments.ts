import { posix } from 'node:path';
import * as vscode from 'vscode';
import { type FileSystem, isReachable, readNamedFile } from '../../core/attachments/namedFile';
import type { FileOutcome } from '../../core/sending/ports';
import { pathOf } from '../shell/files/pathOf';
import { isUnsaved } from '../shell/untitled/isUnsaved';

/** The folder that file values of a document are relative to. */
export function folderOf(document: vscode.Uri): vscode.Uri | undefined {
  if (isUnsaved(document)) return vscode.workspace.workspaceFolders?.[0]?.uri;
  return vscode.Uri.joinPath(document, '..');
}

/** Reads a file that a request of this folder names, from there or from the workspace. */
export async function readAttachment(folder: vscode.Uri | undefined, path: string): Promise<FileOutcome> {
  const { files, roots } = await reachOf(folder);
  return readNamedFile(files, roots, path);
}

/** The value that stands for a file in a request of this folder; undefined when requests there cannot reach it. */
export async function attachmentValue(folder: vscode.Uri | undefined, file: vscode.Uri): Promise<string | undefined> {
  const [first] = rootsOf(folder);
  if (first === undefined || first.scheme !== file.scheme) return undefined;
  const { files, roots } = await reachOf(folder);
  const place = await files.realPlace(pathOf(file));
  const isInside = place !== undefined && (await isReachable(files, roots, place));
  return isInside ? posix.relative(first.path, file.path) : undefined;
}

export interface Reach {
  readonly files: FileSystem;
  readonly roots: readonly string[];
}

/** What requests of this folder may reach, all of it in one kind of file system. */
export async function reachOf(folder: vscode.Uri | undefined): Promise<Reach> {
  const uris = rootsOf(folder);
  const scheme = uris[0]?.scheme ?? 'file';
  const roots = uris.filter((uri) => uri.scheme === scheme).map(pathOf);
  if (scheme !== 'file') return { files: virtualFiles, roots };
  const { localFiles } = await import('../../node/localFiles');
  return { files: localFiles, roots };
}

function rootsOf(folder: vscode.Uri | undefined): readonly vscode.Uri[] {
  const folders = vscode.workspace.workspaceFolders?.map(({ uri }) => uri) ?? [];
  return folder === undefined ? folders : [folder, ...folders];
}

/** Folders that another extension provides. They know no links that could be followed, and no devices. */
const virtualFiles: FileSystem = {
  separator: '/',
  placeOf: (folder, name) => vscode.Uri.joinPath(vscode.Uri.parse(folder, true), name).toString(),
  realPlace: async (place) => ((await statOf(place)) === undefined ? undefined : place),
  read: async (place, mostBytes) => {
    const stat = await statOf(place);
    if (stat === undefined) return { kind: 'missing' };
    if (stat.type === vscode.FileType.Directory) return { kind: 'folder' };
    if (stat.type !== vscode.FileType.File) return { kind: 'special' };
    if (stat.size > mostBytes) return { kind: 'tooLarge' };
    return { kind: 'file', bytes: await vscode.workspace.fs.readFile(vscode.Uri.parse(place, true)) };
  },
  stampOf: async (place) => {
    const stat = await statOf(place);
    return `${stat?.mtime}/${stat?.size}`;
  },
  namesIn: async (folder) => {
    const entries = await vscode.workspace.fs.readDirectory(vscode.Uri.parse(folder, true));
    return entries.map(([name]) => name);
  },
};

async function statOf(place: string): Promise<vscode.FileStat | undefined> {
  try {
    return await vscode.workspace.fs.stat(vscode.Uri.parse(place, true));
  } catch (error: unknown) {
    if (error instanceof vscode.FileSystemError) return undefined;
    throw error;
  }
}
