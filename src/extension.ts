import type * as vscode from 'vscode';
import { ProviderRegistry } from './core/registry';
import { providers } from './providers';
import { SettingsConnections } from './vscode/adapters/connections';
import { StoredCredentials } from './vscode/adapters/credentials';
import { HostEmulators } from './vscode/adapters/emulators';
import { createHistory } from './vscode/adapters/historyStore';
import { createLog } from './vscode/adapters/log';
import { createSender } from './vscode/adapters/sender';
import { registerConnections } from './vscode/features/connections';
import { registerEmulator } from './vscode/features/emulator';
import { registerHistory } from './vscode/features/history';
import { registerNewRequest } from './vscode/features/newRequest';
import { registerPins } from './vscode/features/pins';
import { registerProvidersTree } from './vscode/features/providersTree/providersTree';
import { registerRecipients } from './vscode/features/recipients';
import { registerReplyPanel } from './vscode/features/replyPanel';
import { registerRequestEditor } from './vscode/features/requestEditor';
import { OpenReplies } from './vscode/panels/openReplies';
import { registerCommand } from './vscode/runCommand';
import type { Services } from './vscode/services';

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
