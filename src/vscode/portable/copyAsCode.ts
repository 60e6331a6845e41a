import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { HttpRequest } from '../../core/http';
import { type SnippetLanguageId, snippetLanguages } from '../../core/portable/snippets/snippetLanguages';
import type { RequestFile } from '../../core/requests/requestFile';
import type { OpenReplies } from '../replies/openReplies';
import { activeRequest } from '../requests/requestTab';
import { folderOf, readAttachment } from '../sending/attachments';
import { showPick } from '../shell/asking/boxes';
import { ProblemError } from '../shell/explainError';
import { showInfo } from '../shell/notices';
import { waitingTimes } from '../shell/waitingTimes';
import type { PortableServices } from './portableServices';

/** Copies the request of a run; without one, what the active editor shows, else what was sent last. */
export async function copyAsCode(services: PortableServices, replies: OpenReplies, run?: string): Promise<void> {
  const copied = await requestFor(services, replies, run);
  if (copied === undefined) return;
  const { request } = copied;
  const library = await libraryCall(services, copied);
  const language = await pickLanguage(services.context, library);
  if (language === undefined) return;
  const { writeSnippet } = await import('../../core/portable/snippets/writeSnippet');
  await vscode.env.clipboard.writeText(
    language.id === libraryId ? (library?.code ?? '') : await writeSnippet(language.id, request),
  );
  const readsFiles = request.body?.parts?.some((part) => part.kind === 'file' && part.path !== undefined);
  const said = readsFiles
    ? t('Copied as {0}, secrets as variables of the environment; run it in the folder of the request', language.title)
    : t('Copied as {0}, secrets as variables of the environment', language.title);
  vscode.window.setStatusBarMessage(said, waitingTimes.copiedMs);
}

interface Copied {
  readonly request: HttpRequest;
  readonly operation: string;
}

async function requestFor(
  services: PortableServices,
  replies: OpenReplies,
  run: string | undefined,
): Promise<Copied | undefined> {
  const active = run === undefined ? activeRequest() : undefined;
  if (active !== undefined) return writtenRequest(services, active.uri);
  const shown = run === undefined ? (await replies.panel()).shown : await replies.find(run);
  if (shown?.run.sent === undefined) {
    await showInfo(
      shown === undefined
        ? t('There is nothing to copy yet. Open a request (*.esign.json), or send one.')
        : t('Nothing was sent in this run, so there is nothing to copy.'),
    );
  }
  const { sent, request } = shown?.run ?? {};
  return sent && request && { request: sent, operation: request.operation };
}

interface LibraryCall {
  readonly title: string;
  readonly detail: string;
  readonly code: string;
}

/** Where the API has a library of its own that makes this call. */
async function libraryCall(
  { registry }: PortableServices,
  { request, operation: id }: Copied,
): Promise<LibraryCall | undefined> {
  const found = await registry.operation(id);
  if (found?.provider.sdk === undefined) return undefined;
  const { writeSdkCall } = await import('../../core/portable/sdk/writeSdkCall');
  const code = writeSdkCall(found.provider, found.operation, request);
  const { title, detail } = found.provider.sdk;
  return code === undefined ? undefined : { title, detail, code };
}

async function writtenRequest(services: PortableServices, uri: vscode.Uri): Promise<Copied> {
  const [document, { parseRequestFile }] = await Promise.all([
    vscode.workspace.openTextDocument(uri),
    import('../../core/requests/requestFile'),
  ]);
  const read = parseRequestFile(document.getText());
  if (read.kind === 'unreadable') throw new ProblemError({ kind: 'unreadableRequest', detail: read.detail }, nobody);
  const request = await buildWritten(services, read.request, folderOf(uri));
  return { request, operation: read.request.operation };
}

/** Of a request of which nobody knows whose it is. */
const nobody = { provider: '' };

async function buildWritten(
  { registry, connections }: PortableServices,
  request: RequestFile,
  folder: vscode.Uri | undefined,
): Promise<HttpRequest> {
  const found = await registry.operation(request.operation);
  if (found === undefined) {
    throw new ProblemError({ kind: 'unknownOperation', operation: request.operation }, nobody);
  }
  const target = { provider: found.provider.id, connection: request.connection };
  const connection = await connections.find(found.provider, request.connection);
  if ('kind' in connection) throw new ProblemError(connection, target);
  const { unsentRequest } = await import('../../core/portable/snippets/unsentRequest');
  const built = await unsentRequest({ ...found, connection }, request, (path) => readAttachment(folder, path));
  if ('kind' in built) throw new ProblemError(built, target);
  return built;
}

const libraryId = 'library';

interface LanguageItem extends vscode.QuickPickItem {
  readonly id: SnippetLanguageId | typeof libraryId;
  readonly title: string;
}

const lastLanguageKey = 'esign.snippet.language';

/** The one that was chosen last comes first: Enter takes it again. */
async function pickLanguage(
  { globalState }: vscode.ExtensionContext,
  library: LibraryCall | undefined,
): Promise<LanguageItem | undefined> {
  const last = globalState.get<string>(lastLanguageKey);
  const ofLibrary = library === undefined ? [] : [{ id: libraryId, ...library } as const];
  const items = [...snippetLanguages(), ...ofLibrary].map(({ id, title, detail }): LanguageItem => {
    const description = id === last ? t('{0} · chosen last', detail) : detail;
    return { id, title, label: title, description };
  });
  const sorted = [...items.filter(({ id }) => id === last), ...items.filter(({ id }) => id !== last)];
  const picked = await showPick(sorted, {
    title: t('Copy as Code'),
    placeHolder: t('In which language?'),
    matchOnDescription: true,
  });
  if (picked !== undefined) await globalState.update(lastLanguageKey, picked.id);
  return picked;
}
