import { realpath } from 'node:fs/promises';
import { posix } from 'node:path';
import * as vscode from 'vscode';
import type { FileOutcome } from '../../core/sending/ports';

const mostBytes = 50 * 1024 * 1024;

/** The folder that file values of a document are relative to. */
export function folderOf(document: vscode.Uri): vscode.Uri | undefined {
  if (document.scheme === 'untitled') return vscode.workspace.workspaceFolders?.[0]?.uri;
  return vscode.Uri.joinPath(document, '..');
}

/** Reads files below the request's folder or the workspace: a request must not reach anything else. */
export async function readRequestFile(folder: vscode.Uri | undefined, path: string): Promise<FileOutcome> {
  const relative = path.replaceAll('\\', '/');
  if (relative.startsWith('/') || /^[a-z]:/i.test(relative)) return refused('the path must be relative to the request');
  for (const root of rootsOf(folder)) {
    const file = vscode.Uri.joinPath(root, relative);
    const stat = await statOf(file);
    if (stat === undefined) continue;
    if (stat.type !== vscode.FileType.File && !(stat.type & vscode.FileType.SymbolicLink))
      return refused('it is not a file');
    if (!(await isReachable(folder, file))) return refused('it lies outside the workspace');
    if (stat.size > mostBytes) return refused(`it is larger than ${mostBytes / 1024 / 1024} MB`);
    return { kind: 'read', name: posix.basename(file.path), bytes: await vscode.workspace.fs.readFile(file) };
  }
  return refused('there is no such file');
}

/** The value that stands for a file in a request of this folder; undefined when requests there cannot reach it. */
export async function fileValue(folder: vscode.Uri | undefined, file: vscode.Uri): Promise<string | undefined> {
  const [root] = rootsOf(folder);
  if (root === undefined || root.scheme !== file.scheme || !(await isReachable(folder, file))) return undefined;
  return posix.relative(root.path, file.path);
}

function rootsOf(folder: vscode.Uri | undefined): readonly vscode.Uri[] {
  const folders = vscode.workspace.workspaceFolders?.map(({ uri }) => uri) ?? [];
  return folder === undefined ? folders : [folder, ...folders];
}

async function isReachable(folder: vscode.Uri | undefined, file: vscode.Uri): Promise<boolean> {
  const target = await realPathOf(file);
  for (const root of rootsOf(folder)) {
    const base = await realPathOf(root);
    if (target.startsWith(base.endsWith('/') ? base : `${base}/`)) return true;
  }
  return false;
}

/** Links are followed: one of them could lead outside. */
async function realPathOf(uri: vscode.Uri): Promise<string> {
  return uri.scheme === 'file' ? vscode.Uri.file(await realpath(uri.fsPath)).path : uri.path;
}

async function statOf(file: vscode.Uri): Promise<vscode.FileStat | undefined> {
  try {
    return await vscode.workspace.fs.stat(file);
  } catch (error: unknown) {
    if (error instanceof vscode.FileSystemError) return undefined;
    throw error;
  }
}

function refused(reason: string): FileOutcome {
  return { kind: 'unreadable', reason };
}
