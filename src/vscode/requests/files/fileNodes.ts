import * as vscode from 'vscode';
import { isRecord } from '../../../core/json/jsonKinds';
import { requestFileGlob } from '../../shell/ids';
import { isRequest } from '../requestTab';

export type RequestNode = FolderNode | FileNode;

export interface FolderNode {
  readonly kind: 'folder';
  /** Its path within the workspace. */
  readonly title: string;
  readonly uri: vscode.Uri;
  readonly files: readonly FileNode[];
}

export interface FileNode {
  readonly kind: 'file';
  readonly uri: vscode.Uri;
  /** Undefined when it cannot be read. */
  readonly names: RequestNames | undefined;
}

/** What a request file is about, as far as a list says it. */
export interface RequestNames {
  readonly provider: string;
  readonly operation: string;
  readonly connection: string | undefined;
}

const mostFiles = 2000;
/** Of bytes: a request with files in it may be large, and nobody reads names out of that. */
const largest = 5_000_000;

/** The request files of the workspace by folder, without what packages keep. */
export async function findRequestFiles(): Promise<readonly RequestNode[]> {
  const uris = await vscode.workspace.findFiles(requestFileGlob, '**/node_modules/**', mostFiles);
  const files = await Promise.all(uris.filter(isRequest).map(readFile));
  const folders = new Map<string, FileNode[]>();
  for (const file of files.toSorted(byPath)) {
    const folder = vscode.Uri.joinPath(file.uri, '..').toString();
    folders.set(folder, [...(folders.get(folder) ?? []), file]);
  }
  const nodes = [...folders].map(([address, own]) => folderOf(vscode.Uri.parse(address), own));
  const roots = new Set((vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.toString()));
  const isOnly = roots.size === 1;
  // The files of the only folder stand where a person who opened it expects them: at the top.
  const top = nodes.filter(({ uri }) => isOnly && roots.has(uri.toString()));
  return [...top.flatMap((folder) => folder.files), ...nodes.filter((folder) => !top.includes(folder))];
}

function folderOf(uri: vscode.Uri, files: readonly FileNode[]): FolderNode {
  const root = vscode.workspace.getWorkspaceFolder(uri);
  // Of a folder of the workspace itself the whole path would be shown.
  const isRoot = root?.uri.toString() === uri.toString();
  return { kind: 'folder', title: isRoot ? root.name : vscode.workspace.asRelativePath(uri), uri, files };
}

async function readFile(uri: vscode.Uri): Promise<FileNode> {
  const text = await textOf(uri);
  return { kind: 'file', uri, names: text === undefined ? undefined : namesIn(text) };
}

/** As it is on the disk: what is being typed is in its editor. */
async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > largest) return undefined;
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    // It may be gone by now, or belong to somebody else: its row says that it cannot be read.
    return undefined;
  }
}

function namesIn(text: string): RequestNames | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(value) || typeof value['operation'] !== 'string') return undefined;
  const { operation, connection } = value;
  return {
    operation,
    provider: operation.slice(0, Math.max(0, operation.indexOf('/'))),
    connection: typeof connection === 'string' ? connection : undefined,
  };
}

function byPath(one: FileNode, other: FileNode): number {
  return one.uri.path.localeCompare(other.uri.path);
}
