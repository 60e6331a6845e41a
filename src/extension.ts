import type * as vscode from 'vscode';
import { KnownNames } from './core/history/knownNames';
import { ProviderRegistry } from './core/registry';
import { providers } from './providers';
import { registerAgents } from './vscode/agents/registerAgents';
import { OpenedConnections } from './vscode/connections/openedConnections';
import { registerConnections } from './vscode/connections/registerConnections';
import { SettingsConnections } from './vscode/connections/settingsConnections';
import { registerCredentials } from './vscode/credentials/registerCredentials';
import { StoredCredentials } from './vscode/credentials/storedCredentials';
import { registerDiagnosis } from './vscode/diagnosis/registerDiagnosis';
import { registerDocuments } from './vscode/documents/registerDocuments';
import { HostEmulators } from './vscode/emulator/hostEmulators';
import { registerEmulator } from './vscode/emulator/registerEmulator';
import { createHistory } from './vscode/history/historyStore';
import { registerHistory } from './vscode/history/registerHistory';
import { registerInbox } from './vscode/inbox/registerInbox';
import { registerLive } from './vscode/live/registerLive';
import { registerPortable } from './vscode/portable/registerPortable';
import { registerReplies } from './vscode/replies/registerReplies';
import { registerRequests } from './vscode/requests/registerRequests';
import { registerScenarios } from './vscode/scenarios/registerScenarios';
import { registerSending } from './vscode/sending/registerSending';
import { createSender } from './vscode/sending/requestSender';
import { registerSetup } from './vscode/setup/registerSetup';
import { useLanguage } from './vscode/shell/language/useLanguage';
import { createLog } from './vscode/shell/log';
import { restorePanels } from './vscode/shell/page/restorePanels';
import { registerShell } from './vscode/shell/registerShell';
import { registerTokens } from './vscode/tokens/registerTokens';

/** Builds what the rooms of the shell share and opens them. What is heavy behind them is loaded on first use. */
export function activate(context: vscode.ExtensionContext): void {
  useLanguage();
  const log = createLog(context);
  const registry = new ProviderRegistry(providers);
  const emulators = new HostEmulators(
    context,
    registry,
    log,
    context.asAbsolutePath('dist/extension/emulatorWorker.js'),
  );
  const connections = new SettingsConnections(context, emulators, log);
  const credentials = new StoredCredentials(context, registry, log);
  const history = createHistory(context);
  const names = new KnownNames();
  const sender = createSender({ context, registry, log, connections, credentials, history, names });
  const opened = new OpenedConnections();
  context.subscriptions.push(opened);
  const services = { context, registry, log, connections, credentials, emulators, opened, sender, history, names };
  registerShell(services);
  registerDocuments(services);
  registerConnections(services);
  registerCredentials(services);
  registerDiagnosis(services);
  const inspector = registerEmulator(services);
  registerSending(services);
  registerSetup(services);
  registerTokens(services);
  registerRequests(services);
  const replies = registerReplies(services);
  const shownHistory = registerHistory(services, replies);
  registerPortable(services, replies, shownHistory);
  const journey = registerScenarios(services, replies);
  const inboxEvent = registerInbox(services);
  registerAgents(services, replies);
  const live = { ...services, replies };
  registerLive(live);
  restorePanels(context, {
    reply: (panel) => replies.restore(panel),
    journey: async (panel, kept) => (await journey()).restore(panel, kept),
    embed: async (panel, kept) =>
      (await import('./vscode/live/embedding/restoreEmbed')).restoreEmbed(live, panel, kept),
    inboxEvent: async (panel, kept) => (await inboxEvent()).restore(panel, kept),
    inspector: async (panel, kept) => (await inspector()).restore(panel, kept),
    setUp: async (panel) => (await import('./vscode/setup/openSetUp')).restoreSetUp(services, panel),
  });
}
