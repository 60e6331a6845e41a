import { posix } from 'node:path';
import * as vscode from 'vscode';
import type { ProviderRegistry } from '../../core/registry';
import type { LinkOutcome, LinkPorts } from '../../core/scenarios/linking/linkedScenario';
import { readAndLink } from '../../core/scenarios/linking/readAndLink';
import type { FileOutcome } from '../../core/sending/ports';
import { linkPortsOf } from '../../headless/scenarios/linkPorts';
import { folderOf, readAttachment } from '../sending/attachments';
import { openText, scenarioText } from './scenarioFiles';

/** Reads a scenario as it stands in the editor, and looks up all that it names. */
export async function readOpenScenario(registry: ProviderRegistry, uri: vscode.Uri): Promise<LinkOutcome> {
  return linkText(registry, uri, await scenarioText(uri));
}

export function linkText(registry: ProviderRegistry, uri: vscode.Uri, text: string): Promise<LinkOutcome> {
  return readAndLink(text, uri.path, openLinkPorts(registry, uri));
}

export function openLinkPorts(registry: ProviderRegistry, uri: vscode.Uri): LinkPorts {
  return linkPortsOf(registry, posix.basename(uri.path), (name) => readBeside(folderOf(uri), name));
}

/** A file beside it, as it stands in the editor where it is open. */
async function readBeside(folder: vscode.Uri | undefined, name: string): Promise<FileOutcome> {
  const file = await readAttachment(folder, name);
  const open = folder && openText(vscode.Uri.joinPath(folder, name));
  return file.kind === 'unreadable' || open === undefined ? file : { ...file, bytes: new TextEncoder().encode(open) };
}
