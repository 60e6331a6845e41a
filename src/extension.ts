import type * as vscode from 'vscode';
import { ProviderRegistry } from './core/registry';
import { providers } from './providers';
import { registerConnections } from './vscode/connections/registerConnections';
import { SettingsConnections } from './vscode/connections/settingsConnections';
import { StoredCredentials } from './vscode/credentials/storedCredentials';
import { registerPins } from './vscode/documents/pins';
import { registerRecipients } from './vscode/documents/recipients';
import { registerProvidersTree } from './vscode/documents/tree/providersTree';
import { HostEmulators } from './vscode/emulator/hostEmulators';
import { registerEmulator } from './vscode/emulator/registerEmulator';
import { createHistory } from './vscode/history/historyStore';
import { registerHistory } from './vscode/history/registerHistory';
import { OpenReplies } from './vscode/replies/openReplies';
import { registerReplyPanel } from './vscode/replies/registerReplies';
import { registerNewRequest } from './vscode/requests/newRequest';
import { registerRequestEditor } from './vscode/requests/registerRequests';
import { createSender } from './vscode/sending/sender';
import type { Services } from './vscode/services';
import { createLog } from './vscode/shell/log';
import { registerCommand } from './vscode/shell/runCommand';

/** Builds what the features share and lists them. What is heavy behind it is loaded on first use. */
export function activate(context: vscode.ExtensionContext): void {
  const services = createServices(context);
  const replies = new OpenReplies(services);
  registerProvidersTree(services);
  registerConnections(services);
  registerEmulator(services);
  registerRecipients(services);
  registerPins(services);
  registerNewRequest(services);
  registerRequestEditor(services);
  registerReplyPanel(services, replies);
  registerHistory(services, replies);
  registerCommand(services, 'esign.showLog', () => services.log.show());
}

function createServices(context: vscode.ExtensionContext): Services {
  const log = createLog(context);
  const registry = new ProviderRegistry(providers);
  const emulators = new HostEmulators(context, registry, log);
  const connections = new SettingsConnections(context, emulators, log);
  const credentials = new StoredCredentials(context, registry, log);
  const history = createHistory(context);
  const sender = createSender({ context, registry, log, connections, credentials, history });
  return { context, registry, log, connections, credentials, emulators, sender, history };
}
