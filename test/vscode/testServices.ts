import * as assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { KnownNames } from '../../src/core/history/knownNames';
import type { Operation } from '../../src/core/operation';
import type { Provider } from '../../src/core/provider';
import { type ProviderEntry, ProviderRegistry } from '../../src/core/registry';
import { OpenedConnections } from '../../src/vscode/connections/openedConnections';
import { SettingsConnections } from '../../src/vscode/connections/settingsConnections';
import { StoredCredentials } from '../../src/vscode/credentials/storedCredentials';
import type { DocumentServices } from '../../src/vscode/documents/documentServices';
import { HostEmulators } from '../../src/vscode/emulator/hostEmulators';
import { createHistory } from '../../src/vscode/history/historyStore';
import type { ReplyServices } from '../../src/vscode/replies/replyServices';
import { createSender } from '../../src/vscode/sending/requestSender';
import { demoProvider } from '../unit/emulator/demoProvider';

const demoEntries: readonly ProviderEntry[] = [{ ...demoProvider, load: async () => withFacts(demoProvider) }];

const storages: string[] = [];

after('nothing is left in the temporary folder', () => {
  assert.deepEqual(
    storages.filter((storage) => existsSync(storage)),
    [],
  );
});

export interface TestServices extends DocumentServices, ReplyServices {
  /** What was logged as an error. */
  readonly errors: readonly string[];
  readonly storage: string;
  dispose(): Promise<void>;
}

/** The extension's own parts around the demo provider and its emulator, or others, with storage of their own. */
export function createTestServices(entries: readonly ProviderEntry[] = demoEntries): TestServices {
  const storage = mkdtempSync(join(tmpdir(), 'esign-storage-'));
  storages.push(storage);
  const context = createContext(storage);
  const errors: string[] = [];
  const log = {
    info: () => {},
    error: (message: string, cause?: unknown) => void errors.push(`${message} ${String(cause ?? '')}`),
    show: () => {},
  };
  const registry = new ProviderRegistry(entries);
  const emulators = new HostEmulators(context, registry, log, context.asAbsolutePath('dist/test/testEmulators.mjs'));
  const connections = new SettingsConnections(context, emulators, log);
  const credentials = new StoredCredentials(context, registry, log);
  const history = createHistory(context);
  const opened = new OpenedConnections();
  context.subscriptions.push(opened);
  const names = new KnownNames();
  const sender = createSender({ context, registry, log, connections, credentials, history, names });
  const dispose = async (): Promise<void> => {
    await emulators.stop();
    // A sender has its last runs recorded first: the history would make its folder anew.
    await Promise.all(context.subscriptions.map((disposable) => disposable.dispose()));
    rmSync(storage, { recursive: true, force: true });
  };
  const shared = { context, registry, log, connections, credentials, emulators, opened, sender, history, names };
  return { ...shared, errors, storage, dispose };
}

/** Resolves with what the condition gives, looked at again with every event. */
export function when<T>(event: vscode.Event<unknown>, look: () => T | undefined | false): Promise<T> {
  return new Promise((resolve) => {
    const check = (): void => {
      const found = look();
      if (found === undefined || found === false) return;
      listening.dispose();
      resolve(found);
    };
    const listening = event(check);
    check();
  });
}

/** A tab that comes to the front because its column does is no change of a tab. */
export const tabsChanged: vscode.Event<unknown> = (listener) => {
  const { onDidChangeTabs, onDidChangeTabGroups } = vscode.window.tabGroups;
  return vscode.Disposable.from(onDidChangeTabs(listener), onDidChangeTabGroups(listener));
};

/** The demo provider, with a note that is looked up before it is created. */
function withFacts(provider: Provider): Provider {
  const createNote: Partial<Operation> = {
    loadFacts: async ({ path }, call) => {
      const notes = (await call('demo-notes/list-notes', {})) as { id: string }[];
      return { taken: notes.some(({ id }) => id === path?.['note_id']), notes };
    },
    suggest: (facts) => {
      const { notes } = facts as { notes: { id: string }[] };
      return { '/path/note_id': notes.map(({ id }) => ({ value: id, label: id })) };
    },
  };
  const operations = provider.operations.map((operation) =>
    operation.id === 'demo-notes/create-note' ? { ...operation, ...createNote } : operation,
  );
  return { ...provider, operations };
}

function createContext(storage: string): vscode.ExtensionContext {
  const extension = vscode.extensions.getExtension('esign-workbench.esign-workbench');
  const secrets = new Map<string, string>();
  const parts = {
    subscriptions: [],
    extension,
    extensionUri: extension?.extensionUri,
    asAbsolutePath: (path: string) => join(extension?.extensionPath ?? '', path),
    globalStorageUri: vscode.Uri.file(storage),
    globalState: createMemento(),
    workspaceState: createMemento(),
    secrets: {
      get: async (key: string) => secrets.get(key),
      store: async (key: string, value: string) => void secrets.set(key, value),
      delete: async (key: string) => void secrets.delete(key),
    },
  };
  return parts as unknown as vscode.ExtensionContext;
}

function createMemento(): Partial<vscode.Memento> {
  const values = new Map<string, unknown>();
  return {
    keys: () => [...values.keys()],
    get: <T>(key: string, fallback?: T) => (values.has(key) ? (values.get(key) as T) : fallback) as T,
    update: async (key: string, value: unknown) => void values.set(key, value),
  };
}
