import type * as vscode from 'vscode';
import type { RequestForm } from '../form/requestForm';
import type { RequestServices } from '../requestServices';
import type { RequestSession } from './requestSession';
import type { RequestSent, RequestSessions } from './requestSessions';
import type { SessionSource } from './sessionSource';

/** The request files that are open, as forms and as text. Loads what it needs with the first of them. */
export class OpenRequests implements SessionSource {
  readonly #services: RequestServices;
  readonly #onSent: (sent: RequestSent) => unknown;
  readonly #forms = new Set<RequestForm>();
  #sessions: Promise<RequestSessions> | undefined;

  constructor(services: RequestServices, onSent: (sent: RequestSent) => unknown = () => {}) {
    this.#services = services;
    this.#onSent = onSent;
  }

  sessions(): Promise<RequestSessions> {
    this.#sessions ??= this.#open();
    return this.#sessions;
  }

  async session(document: vscode.TextDocument): Promise<RequestSession> {
    return (await this.sessions()).of(document);
  }

  async showForm(document: vscode.TextDocument, panel: vscode.WebviewPanel): Promise<void> {
    const [session, { RequestForm }] = await Promise.all([this.session(document), import('../form/requestForm')]);
    const form = new RequestForm(this.#services, session, panel);
    this.#forms.add(form);
    form.onDidDispose(() => this.#forms.delete(form));
  }

  /** The form of a document, the active one first. */
  formOf(uri: vscode.Uri): RequestForm | undefined {
    const forms = [...this.#forms].filter(({ document }) => document.uri.toString() === uri.toString());
    return forms.find(({ isActive }) => isActive) ?? forms[0];
  }

  async #open(): Promise<RequestSessions> {
    const { RequestSessions } = await import('./requestSessions');
    const sessions = new RequestSessions(this.#services);
    this.#services.context.subscriptions.push(sessions, sessions.onDidSend(this.#onSent));
    return sessions;
  }
}
