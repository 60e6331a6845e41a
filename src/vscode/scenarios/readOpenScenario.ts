import { posix } from 'node:path';
import type * as vscode from 'vscode';
import type { ProviderRegistry } from '../../core/registry';
import type { LinkOutcome, LinkPorts } from '../../core/scenarios/linking/linkedScenario';
import { readAndLink } from '../../core/scenarios/linking/readAndLink';
import { linkPortsOf } from '../../headless/scenarios/linkPorts';
import { folderOf, readAttachment } from '../sending/attachments';
import { scenarioText } from './scenarioFiles';

/** Reads a scenario as it stands in the editor, and looks up all that it names. */
export async function readOpenScenario(registry: ProviderRegistry, uri: vscode.Uri): Promise<LinkOutcome> {
  return linkText(registry, uri, await scenarioText(uri));
}

export function linkText(registry: ProviderRegistry, uri: vscode.Uri, text: string): Promise<LinkOutcome> {
  return readAndLink(text, uri.path, openLinkPorts(registry, uri));
}

export function openLinkPorts(registry: ProviderRegistry, uri: vscode.Uri): LinkPorts {
  return linkPortsOf(registry, posix.basename(uri.path), (name) => readAttachment(folderOf(uri), name));
}
