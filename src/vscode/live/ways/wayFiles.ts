import * as vscode from 'vscode';
import type { OperationCase } from '../../../core/scenarios/case';
import { readCases } from '../../../core/scenarios/readCases';

/** What provokes the documented failures of a provider, as the build took it from the provider's cases. */
export async function wayFile(extension: vscode.Uri, provider: string): Promise<readonly OperationCase[]> {
  const uri = vscode.Uri.joinPath(extension, 'dist', 'ways', `${provider}.json`);
  const read = readCases(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)));
  if (read.kind === 'unreadable') throw new Error(read.faults.map(({ message }) => message).join(' '));
  return read.cases.flatMap((one) => (one.kind === 'operation' ? [one.item] : []));
}
