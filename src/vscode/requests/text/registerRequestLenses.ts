import * as vscode from 'vscode';
import { requestFileGlob } from '../../shell/ids';
import { waitingTimes } from '../../shell/waitingTimes';
import type { LastOutcomes } from '../files/lastOutcomes';
import type { RequestServices } from '../requestServices';
import { isRequest } from '../requestTab';
import type { OpenRequests } from '../session/openRequests';
import type { RequestSession } from '../session/requestSession';

/** Loads what reads a request with the first of them that is shown as text. */
export function registerRequestLenses({ context }: RequestServices, requests: OpenRequests, outcomes: LastOutcomes) {
  const lenses = new RequestLenses(requests, outcomes);
  const selector = { pattern: requestFileGlob };
  context.subscriptions.push(lenses, vscode.languages.registerCodeLensProvider(selector, lenses));
}

class RequestLenses implements vscode.CodeLensProvider, vscode.Disposable {
  readonly #requests: OpenRequests;
  readonly #outcomes: LastOutcomes;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #listening: vscode.Disposable;
  readonly #followed = new WeakSet<RequestSession>();
  #timer: NodeJS.Timeout | undefined;
  readonly onDidChangeCodeLenses = this.#changed.event;

  constructor(requests: OpenRequests, outcomes: LastOutcomes) {
    this.#requests = requests;
    this.#outcomes = outcomes;
    this.#listening = outcomes.onDidChange(() => this.#changed.fire());
  }

  async provideCodeLenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    if (!isRequest(document.uri)) return [];
    const [session, { requestLenses }] = await Promise.all([
      this.#requests.session(document),
      import('./requestLenses'),
    ]);
    this.#follow(session);
    const state = session.state ?? (await session.check());
    const last = this.#outcomes.of(document.uri);
    if (last !== undefined) this.#age();
    return requestLenses(document, state, last, Date.now());
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#listening.dispose();
    this.#changed.dispose();
  }

  /** What a lens says changes with the text and with the connections. */
  #follow(session: RequestSession): void {
    if (this.#followed.has(session)) return;
    this.#followed.add(session);
    session.onDidChange(() => this.#changed.fire());
  }

  /** As long as an age is shown. */
  #age(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#changed.fire(), waitingTimes.agoMs);
  }
}
