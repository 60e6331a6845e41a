import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Connection } from '../../core/connections/connection';
import { idEdits } from '../../core/history/otherIds';
import { editText } from '../../core/requests/editing/editText';
import { askOtherIds, type Ids } from '../documents/otherIds';
import { pickConnection } from '../shell/asking/pickConnection';
import { showInfo } from '../shell/notices';
import type { RequestServices } from './requestServices';
import { requestInSight, requestTab } from './requestTab';
import type { RequestSession } from './session/requestSession';
import type { SessionSource } from './session/sessionSource';

/** Gives the active request another connection. */
export async function switchConnection(services: RequestServices, requests: SessionSource): Promise<void> {
  const active = requestInSight();
  if (active !== undefined) await switchEach(services, await sessionsOf(requests, [active.uri]));
}

/** Gives all open requests another connection, one for each API. */
export async function switchAllConnections(services: RequestServices, requests: SessionSource): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  const uris = tabs.flatMap((tab) => requestTab(tab)?.uri ?? []);
  const different = [...new Map(uris.map((uri) => [uri.toString(), uri])).values()];
  if (different.length === 0) return void showInfo(t('No request is open.'));
  await switchEach(services, await sessionsOf(requests, different));
}

async function sessionsOf(requests: SessionSource, uris: readonly vscode.Uri[]): Promise<readonly RequestSession[]> {
  return Promise.all(uris.map(async (uri) => requests.session(await vscode.workspace.openTextDocument(uri))));
}

async function switchEach(services: RequestServices, sessions: readonly RequestSession[]): Promise<void> {
  const states = await Promise.all(sessions.map(async (session) => ({ session, state: await session.check() })));
  const providers = new Set(states.flatMap(({ state }) => (state.kind === 'checked' ? [state.provider.id] : [])));
  if (providers.size === 0) return void showInfo(t('Put the request right first: its operation cannot be read.'));
  let [switched, ids]: [number, Ids] = [0, new Map()];
  for (const provider of providers) {
    const own = states.filter(({ state }) => state.kind === 'checked' && state.provider.id === provider);
    const picked = await pickConnection(services, { provider }, { ask: 'always' });
    if (picked === undefined) break;
    for (const { session } of own) {
      const answers = await switchTo(services, session, picked.connection, ids);
      if (answers === undefined) return say(switched);
      ids = answers;
      switched += 1;
    }
  }
  say(switched);
}

/** As `switchTo`, with whatever connection the form names. What is none, or was none, knows of no ids. */
export async function switchToNamed(
  services: RequestServices,
  session: RequestSession,
  id: string,
): Promise<'switched' | 'gaveUp'> {
  const state = await session.check();
  const of = (wanted: string) =>
    state.kind === 'checked' ? state.connections.find((one) => one.id === wanted) : undefined;
  const [before, after] = [state.kind === 'checked' ? of(state.request.connection) : undefined, of(id)];
  if (before !== undefined && after !== undefined) {
    return (await switchTo(services, session, after)) === undefined ? 'gaveUp' : 'switched';
  }
  await session.edits.replace((text) => editText(text, { kind: 'set', pointer: '/connection', value: id }));
  return 'switched';
}

/** Ids of the other account are asked for once, whatever request they stand in. Undefined when the user gave up. */
export async function switchTo(
  services: RequestServices,
  session: RequestSession,
  connection: Connection,
  known: Ids = new Map(),
): Promise<Ids | undefined> {
  const state = await session.check();
  if (state.kind !== 'checked' || state.request.connection === connection.id) return known;
  const { provider, operation, request } = state;
  const ids = await askOtherIds(services, {
    provider,
    operation,
    request,
    from: { provider: provider.id, connection: request.connection },
    connection,
    title: t('{0} on {1}', operation.title, connection.title),
    asker: 'request',
    known,
  });
  if (ids === undefined) return undefined;
  const { editTexts } = await import('../../core/requests/editing/editTexts');
  await session.edits.replace((text) => editTexts(text, idEdits(request, connection.id, ids)));
  return ids;
}

function say(switched: number): void {
  if (switched > 1) void showInfo(t('{0} requests have another connection. Undo takes each of them back.', switched));
}
