import * as vscode from 'vscode';
import type { Run } from '../../core/sending/run';
import type { Issue } from '../../protocol/form';
import { folderOf } from '../adapters/requestFiles';
import type { Services } from '../services';
import { type CheckedRequest, checkRequest } from './checkRequest';
import { RequestFacts } from './requestFacts';

export type SendAttempt =
  | { readonly kind: 'sent'; readonly run: Run | undefined }
  | { readonly kind: 'busy' }
  /** Nothing left the editor: this is wrong. */
  | { readonly kind: 'refused'; readonly state: CheckedRequest; readonly errors: readonly Issue[] };

/** A form need not change for a reply that comes faster. */
const patienceMs = 120;

/** One open request file: what its text means, what is known about it, and its sending. */
export class RequestSession implements vscode.Disposable {
  readonly document: vscode.TextDocument;
  readonly #services: Services;
  readonly #facts: RequestFacts;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #disposables: vscode.Disposable[];
  #state: CheckedRequest | undefined;
  #checking: Promise<CheckedRequest> | undefined;
  #sending = false;

  readonly onDidChange = this.#changed.event;

  constructor(services: Services, document: vscode.TextDocument) {
    this.#services = services;
    this.document = document;
    this.#facts = new RequestFacts(services);
    const { connections, emulators, sender, credentials } = services;
    this.#disposables = [
      this.#facts,
      this.#changed,
      this.#facts.onDidChange(() => this.update()),
      vscode.workspace.onDidChangeTextDocument((event) => {
        if (event.document === document && event.contentChanges.length > 0) this.update();
      }),
      ...[connections, emulators, credentials].map(({ onDidChange }) => onDidChange(() => this.#reload())),
      sender.onDidSend(() => this.#reload()),
    ];
    this.update();
  }

  /** Undefined until the text was looked at for the first time. */
  get state(): CheckedRequest | undefined {
    return this.#state;
  }

  get facts(): RequestFacts {
    return this.#facts;
  }

  get isSending(): boolean {
    return this.#sending;
  }

  update(): void {
    void this.check().catch((error: unknown) => this.#services.log.error('A request could not be checked.', error));
  }

  /** What the text means now. Changes that come together are looked at once. */
  async check(): Promise<CheckedRequest> {
    this.#checking ??= this.#check();
    return this.#checking;
  }

  async send(): Promise<SendAttempt> {
    if (this.#sending) return { kind: 'busy' };
    const state = await this.check();
    const errors = state.kind === 'checked' ? state.issues.filter(({ severity }) => severity === 'error') : [];
    if (state.kind !== 'checked' || errors.length > 0) return { kind: 'refused', state, errors };
    this.#sending = true;
    const slow = setTimeout(() => this.#changed.fire(), patienceMs);
    try {
      const folder = folderOf(this.document.uri);
      const options = { facts: this.#facts.value, ...(folder && { folder }) };
      return { kind: 'sent', run: await this.#services.sender.send(state.request, options) };
    } finally {
      clearTimeout(slow);
      this.#sending = false;
      this.#changed.fire();
    }
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  async #check(): Promise<CheckedRequest> {
    await Promise.resolve();
    this.#checking = undefined;
    const version = this.document.version;
    const state = await checkRequest(this.#services, this.document.getText(), this.#facts.value);
    if (version !== this.document.version) return this.check();
    this.#state = state;
    if (state.kind === 'checked') this.#facts.update(state);
    this.#changed.fire();
    return state;
  }

  #reload(): void {
    this.#facts.forget();
    this.update();
  }
}
