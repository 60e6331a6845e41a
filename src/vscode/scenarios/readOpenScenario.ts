import type * as vscode from 'vscode';
import type { ProviderRegistry } from '../../core/registry';
import { decodeRequestFile } from '../../core/requests/decodeRequestFile';
import { readScenario } from '../../core/scenarios/document/readScenario';
import type { DescriptionText, LinkPorts } from '../../core/scenarios/linking/linkedScenario';
import { type LinkOutcome, linkScenario } from '../../core/scenarios/linking/linkScenario';
import { emulatorControl } from '../../emulator/controlProvider';
import { folderOf, readAttachment } from '../sending/attachments';
import { scenarioText } from './scenarioFiles';

/** Reads a scenario as it stands in the editor, and looks up all that it names. */
export async function readOpenScenario(registry: ProviderRegistry, uri: vscode.Uri): Promise<LinkOutcome> {
  return linkText(registry, uri, await scenarioText(uri));
}

export async function linkText(registry: ProviderRegistry, uri: vscode.Uri, text: string): Promise<LinkOutcome> {
  const read = readScenario(text, uri.path);
  if (read.scenario === undefined) return { scenario: undefined, issues: read.issues };
  const linked = await linkScenario(read.scenario, linkPortsOf(registry, uri));
  return { ...linked, issues: [...read.issues, ...linked.issues] };
}

export function linkPortsOf(registry: ProviderRegistry, uri: vscode.Uri): LinkPorts {
  return {
    providerIds: registry.ids,
    provider: (id) => registry.provider(id),
    all: () => registry.all(),
    control: emulatorControl,
    readDescription: (url) => readDescription(folderOf(uri), url),
  };
}

async function readDescription(folder: vscode.Uri | undefined, url: string): Promise<DescriptionText> {
  const file = await readAttachment(folder, url);
  if (file.kind === 'unreadable') return { kind: 'unreadable', detail: file.reason };
  const decoded = decodeRequestFile(file.bytes);
  return decoded.kind === 'text' ? decoded : { kind: 'unreadable', detail: decoded.detail };
}
