import * as vscode from 'vscode';
import { giveWay } from '../../../node/giveWay';
import type { RequestServices } from '../requestServices';
import { isRequest } from '../requestTab';
import type { OpenRequests } from '../session/openRequests';
import type { RequestSession } from '../session/requestSession';
import type { RequestSessions } from '../session/requestSessions';

/** Marks in the text what the JSON schema cannot say. Nothing is loaded before a request is open. */
export function registerDiagnostics(services: RequestServices, requests: OpenRequests): void {
  const { subscriptions } = services.context;
  let started: Promise<RequestSessions> | undefined;
  const look = async (document: vscode.TextDocument): Promise<void> => {
    if (!isRequest(document.uri)) return;
    started ??= requests.sessions().then((sessions) => follow(services, sessions));
    (await started).of(document);
  };
  const lookOrLog = (document: vscode.TextDocument): void => {
    look(document).catch((error: unknown) => services.log.error('A request could not be checked.', error));
  };
  subscriptions.push(vscode.workspace.onDidOpenTextDocument(lookOrLog));
  vscode.workspace.textDocuments.forEach(lookOrLog);
}

function follow({ context }: RequestServices, sessions: RequestSessions): RequestSessions {
  const collection = vscode.languages.createDiagnosticCollection('esign');
  const waiting = new Set<RequestSession>();
  const markSoon = async (session: RequestSession): Promise<void> => {
    if (waiting.has(session)) return;
    waiting.add(session);
    // The form comes first, and after it whoever else waits.
    await giveWay();
    waiting.delete(session);
    await mark(collection, session);
  };
  const watch = (session: RequestSession): void => {
    session.onDidChange(() => void markSoon(session));
    void markSoon(session);
  };
  sessions.all.forEach(watch);
  context.subscriptions.push(
    collection,
    sessions.onDidOpen(watch),
    sessions.onDidClose((uri) => collection.delete(uri)),
  );
  return sessions;
}

async function mark(collection: vscode.DiagnosticCollection, session: RequestSession): Promise<void> {
  const { diagnosticsOf } = await import('./requestDiagnostics');
  const { document, state, attachments } = session;
  if (state !== undefined && !document.isClosed)
    collection.set(document.uri, diagnosticsOf(document, state, attachments.inspections));
}
