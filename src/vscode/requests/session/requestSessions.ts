import * as vscode from 'vscode';
import type { Run } from '../../../core/sending/run';
import type { RequestServices } from '../requestServices';
import { RequestSession } from './requestSession';

/** A run of an open request file. */
export interface RequestSent {
  readonly uri: vscode.Uri;
  readonly run: Run;
}

/** The open request files. A session lives as long as its document. */
export class RequestSessions implements vscode.Disposable {
  readonly #services: RequestServices;
  readonly #sessions = new Map<vscode.TextDocument, RequestSession>();
  readonly #opened = new vscode.EventEmitter<RequestSession>();
  readonly #closed = new vscode.EventEmitter<vscode.Uri>();
  readonly #sent = new vscode.EventEmitter<RequestSent>();
  readonly #disposables: vscode.Disposable[];

  readonly onDidOpen = this.#opened.event;
  readonly onDidClose = this.#closed.event;
  readonly onDidSend = this.#sent.event;

  constructor(services: RequestServices) {
    this.#services = services;
    this.#disposables = [
      this.#opened,
      this.#closed,
      this.#sent,
      vscode.workspace.onDidCloseTextDocument((document) => this.#close(document)),
    ];
  }

  get all(): readonly RequestSession[] {
    return [...this.#sessions.values()];
  }

  of(document: vscode.TextDocument): RequestSession {
    const known = this.#sessions.get(document);
    if (known) return known;
    const session = new RequestSession(this.#services, document);
    this.#sessions.set(document, session);
    session.onDidSend((run) => this.#sent.fire({ uri: document.uri, run }));
    this.#opened.fire(session);
    return session;
  }

  dispose(): void {
    for (const session of this.#sessions.values()) session.dispose();
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #close(document: vscode.TextDocument): void {
    this.#sessions.get(document)?.dispose();
    if (this.#sessions.delete(document)) this.#closed.fire(document.uri);
  }
}
