import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { ForeseenError } from '../shell/explainError';
import { isInWorkspace } from '../shell/files/isInWorkspace';
import { scenarioFileEnding, scenarioFileGlob } from '../shell/ids';

/** Whether it is a file that a person edits, not what a version control or a comparison shows of one. */
export function isScenario(uri: vscode.Uri): boolean {
  return scenarioFileEnding.test(uri.path) && (isPlain(uri.scheme) || isInWorkspace(uri));
}

function isPlain(scheme: string): boolean {
  return scheme === 'file' || scheme === 'untitled';
}

/** Those of the workspace, without what packages and tools keep. */
export async function findScenarios(): Promise<readonly vscode.Uri[]> {
  const found = await vscode.workspace.findFiles(scenarioFileGlob, '**/node_modules/**');
  return found.filter(isOwn);
}

export function isOwn(uri: vscode.Uri): boolean {
  const name = vscode.workspace.asRelativePath(asSaved(uri), false);
  return !name.split('/').some((part) => part === 'node_modules' || (part.startsWith('.') && part !== '..'));
}

/** Within the workspace; of an unsaved one where it will be saved. */
export function shownName(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(asSaved(uri));
}

function asSaved(uri: vscode.Uri): vscode.Uri {
  return uri.scheme === 'untitled' ? uri.with({ scheme: 'file' }) : uri;
}

/** As it stands in the editor, saved or not; otherwise the file. */
export async function scenarioText(uri: vscode.Uri): Promise<string> {
  const open = openText(uri);
  if (open !== undefined) return open;
  const [bytes, { decodeRequestFile }] = await Promise.all([
    vscode.workspace.fs.readFile(uri),
    import('../../core/requests/decodeRequestFile'),
  ]);
  const decoded = decodeRequestFile(bytes);
  if (decoded.kind === 'text') return decoded.text;
  const name = shownName(uri);
  throw new ForeseenError({
    title: t('{0} cannot be read', name),
    cause: decoded.detail,
    nextStep: t('Then run it again.'),
  });
}

export function openText(uri: vscode.Uri): string | undefined {
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString())?.getText();
}
