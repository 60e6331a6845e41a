import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { ConnectionSetting } from '../../core/connections/connection';
import type { Provider } from '../../core/provider';
import type { ConnectionEntry } from '../connections/connections';
import { pickProvider } from '../shell/asking/pickConnection';
import { pickOne } from '../shell/asking/pickOne';
import { isProblem } from '../shell/explainError';
import { restoredPanels } from '../shell/ids';
import { showInfo } from '../shell/notices';
import type { TreeTarget } from '../shell/treeTarget';
import { type DraftPlace, KeptDrafts } from './draft/keptDrafts';
import type { SetUpSubject } from './draft/setUpDraft';
import { SetUpPanel } from './page/setUpPanel';
import { homes } from './settingMembers';
import type { SetupServices } from './setupServices';

/** One form for each connection, by provider and id; without an id that of the new one. */
const open = new Map<string, SetUpPanel>();

export async function addConnection(services: SetupServices, known: TreeTarget | undefined): Promise<void> {
  const provider = await pickProvider(services, known);
  if (provider !== undefined) await show(services, provider, undefined);
}

/** Settings, not connections: one that cannot be used is the one to edit. */
export async function editConnection(services: SetupServices, known: TreeTarget | undefined): Promise<void> {
  const provider = await pickProvider(services, known);
  const entry = provider && (await pickEntry(services, provider, known));
  if (provider !== undefined && entry !== undefined) await show(services, provider, entry);
}

async function pickEntry(
  services: SetupServices,
  provider: Provider,
  known: TreeTarget | undefined,
): Promise<ConnectionEntry | undefined> {
  const entries = services.connections.entries(provider);
  const named = entries.find(({ setting }) => setting.id === known?.connection);
  if (named !== undefined) return named;
  if (entries.length === 0) {
    void showInfo(t('{0} has no connection besides the emulator, which needs no editing.', provider.title));
    return undefined;
  }
  const items = entries.map((entry) => ({ label: titleOf(entry.setting), value: entry }));
  return pickOne(t('Connection of {0}', provider.title), items, 'always');
}

async function show(services: SetupServices, provider: Provider, entry: ConnectionEntry | undefined): Promise<void> {
  const key = JSON.stringify([provider.id, entry?.setting.id]);
  const shown = open.get(key);
  if (shown !== undefined) return shown.reveal();
  const panel = vscode.window.createWebviewPanel(restoredPanels.setUp, t('Connection'), vscode.ViewColumn.Active);
  await showIn(services, panel, provider, entry);
}

async function showIn(
  services: SetupServices,
  panel: vscode.WebviewPanel,
  provider: Provider,
  entry: ConnectionEntry | undefined,
): Promise<void> {
  const key = JSON.stringify([provider.id, entry?.setting.id]);
  const page = new SetUpPanel(services, await subjectOf(services, provider, entry), panel);
  open.set(key, page);
  services.context.subscriptions.push(page);
  page.onDidDispose(() => open.delete(key));
}

/** A form that the editor shows again. One that nothing is known of any more is closed. */
export async function restoreSetUp(services: SetupServices, panel: vscode.WebviewPanel): Promise<void> {
  const isFree = ({ provider, id }: DraftPlace) => !open.has(JSON.stringify([provider, id]));
  const drafts = new KeptDrafts(services.context).all().filter(isFree);
  const draft = drafts.find(({ title }) => title === panel.title) ?? drafts[0];
  const provider = draft && (await services.registry.provider(draft.provider));
  const entry = provider && services.connections.entries(provider).find(({ setting }) => setting.id === draft?.id);
  if (provider === undefined || (draft?.id !== undefined && entry === undefined)) return panel.dispose();
  await showIn(services, panel, provider, entry);
}

async function subjectOf(
  services: SetupServices,
  provider: Provider,
  entry: ConnectionEntry | undefined,
): Promise<SetUpSubject> {
  const others = services.connections
    .entries(provider)
    .map(({ setting }) => setting)
    .filter(({ id }) => id !== entry?.setting.id);
  return {
    provider,
    before: entry?.setting,
    home: entry?.home ?? homes.user,
    kept: {},
    differences: entry?.differences ?? [],
    takenTitles: others.map(titleOf),
    takenIds: others.map(({ id }) => id),
    hasWorkspace: vscode.workspace.isTrusted && (vscode.workspace.workspaceFolders ?? []).length > 0,
    ...(entry !== undefined && (await keptFor(services, entry))),
  };
}

async function keptFor(
  { credentials }: SetupServices,
  { outcome }: ConnectionEntry,
): Promise<Partial<Pick<SetUpSubject, 'kept' | 'authority' | 'elsewhere'>>> {
  if (isProblem(outcome)) return {};
  const found = await credentials.read(outcome);
  if (found.kind === 'found') return { kept: found.credentials, authority: found.authority };
  if (found.kind === 'missing') return {};
  const elsewhere = t(
    'There are credentials for another address than {0}. They are asked about before they go there; what is typed here is for this address.',
    found.origin,
  );
  return { elsewhere };
}

function titleOf({ id, title }: ConnectionSetting): string {
  return title ?? id;
}
