import * as vscode from 'vscode';
import { describeTemplate, type TemplateDescription } from '../../../core/scenarios/document/describeTemplate';
import { newScenarioEnding } from '../../shell/ids';

/** A scenario that a new one starts from. */
export interface BundledTemplate extends TemplateDescription {
  /** Of its file, without the ending. */
  readonly name: string;
  readonly text: string;
}

/** By ids of their providers, each in the order of their names. */
export async function bundledTemplates(
  extension: vscode.Uri,
): Promise<ReadonlyMap<string, readonly BundledTemplate[]>> {
  const root = vscode.Uri.joinPath(extension, 'dist', 'scenarios');
  const providers = await namesIn(root);
  const templates = providers.map(async (id) => [id, await templatesIn(vscode.Uri.joinPath(root, id))] as const);
  return new Map(await Promise.all(templates));
}

/** The file of a template, as `provider/name`. */
export function templateUri(extension: vscode.Uri, name: string): vscode.Uri {
  return vscode.Uri.joinPath(extension, 'dist', 'scenarios', ...`${name}${newScenarioEnding}`.split('/'));
}

async function templatesIn(folder: vscode.Uri): Promise<readonly BundledTemplate[]> {
  const names = await namesIn(folder);
  const found = await Promise.all(names.map((name) => readTemplate(folder, name)));
  return found.filter((template) => template !== undefined);
}

async function readTemplate(folder: vscode.Uri, file: string): Promise<BundledTemplate | undefined> {
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, file));
  const text = new TextDecoder().decode(bytes);
  const described = describeTemplate(text, file);
  return described && { ...described, name: file.slice(0, -newScenarioEnding.length), text };
}

async function namesIn(folder: vscode.Uri): Promise<readonly string[]> {
  return (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name).toSorted();
}
