import * as vscode from 'vscode';
import { mendsForAll } from '../../../core/forms/mendsForAll';
import { explainBroken } from '../../../core/json/explainBroken';
import { mendingRequest } from '../../../core/requests/mendingRequest';
import type { FormEdit } from '../../../protocol/form';
import type { FormToHost, FormToWebview, Handlers, Message } from '../../../protocol/messages';
import type { Services } from '../../services';
import { executeCommand, reportError } from '../../shell/runCommand';
import { openPage } from '../../shell/webviewHtml';
import { editText, smallestReplacement } from '../editing/editText';
import { editTexts } from '../editing/editTexts';
import { pointerToMend } from '../pointerToMend';
import type { RequestSession } from '../session/requestSession';
import { chooseFile } from './chooseFile';
import { parseFormMessage } from './formMessage';
import { formState } from './formState';

/** One form editor. The document is the only truth: edits go into its text, and what is shown comes from there. */
export class RequestForm implements vscode.Disposable {
  readonly #services: Services;
  readonly #session: RequestSession;
  readonly #panel: vscode.WebviewPanel;
  readonly #disposables: vscode.Disposable[];
  #isReady = false;
  /** What the page shows already. */
  #pushed = '';
  #edits: Promise<void> = Promise.resolve();
  #reveal: string | undefined;

  constructor(services: Services, session: RequestSession, panel: vscode.WebviewPanel) {
    this.#services = services;
    this.#session = session;
    this.#panel = panel;
    this.#disposables = [
      panel.webview.onDidReceiveMessage((message: unknown) => this.#receive(message)),
      session.onDidChange(() => this.#push()),
    ];
    openPage(panel.webview, services.context.extensionUri, 'form', 'E-Sign request');
  }

  get document(): vscode.TextDocument {
    return this.#session.document;
  }

  get isActive(): boolean {
    return this.#panel.active;
  }

  /** Leads to a field, as soon as the page can. */
  reveal(pointer: string): void {
    this.#reveal = pointer;
    this.#push();
  }

  /** Through the page, which may hold text that it has not told yet. */
  async send(anyway = false): Promise<void> {
    if (this.#isReady && this.#session.state?.kind === 'checked') this.#post({ type: 'submit', anyway });
    else await this.#sendNow(anyway);
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  readonly #handlers: Handlers<FormToHost> = {
    ready: () => {
      this.#isReady = true;
      this.#pushed = '';
      this.#push();
    },
    edit: ({ edit }) => this.#apply([edit]),
    mend: ({ edits }) => this.#apply(edits),
    openMending: ({ operation }) => void this.#guard(() => this.#openMending(operation)),
    mendAll: ({ title }) => this.#mendAll(title),
    chooseOperation: ({ id }) => this.#chooseOperation(id),
    send: () => void this.#guard(() => this.#sendNow(false)),
    sendAnyway: () => void this.#guard(() => this.#sendNow(true)),
    cancel: () => this.#services.sender.cancel(),
    chooseConnection: ({ id }) =>
      this.#replace((text) => editText(text, { kind: 'set', pointer: '/connection', value: id })),
    addConnection: () => void executeCommand('esign.addConnection', this.#providerId()),
    chooseFile: ({ pointer }) => void this.#guard(() => this.#chooseFile(pointer)),
    openAsText: () => void executeCommand('esign.openAsText'),
    mendText: () => this.#replace((text) => explainBroken(text)?.mend?.text ?? text),
    openDocs: () => void this.#guard(() => this.#openDocs()),
  };

  #receive(received: unknown): void {
    const message = parseFormMessage(received);
    if (message === undefined) {
      this.#services.log.error('The form sent a message that is none of its own. It was dropped.');
      return;
    }
    dispatch(this.#handlers, message);
  }

  #mendAll(title: string): void {
    const { state } = this.#session;
    if (state?.kind !== 'checked') return;
    this.#apply(mendsForAll(state.issues).find((mend) => mend.title === title)?.edits ?? []);
  }

  #chooseOperation(id: string): void {
    const { state } = this.#session;
    if (state?.kind !== 'unknownOperation' || !state.meant.includes(id)) return;
    this.#replace((text) => editText(text, { kind: 'set', pointer: '/operation', value: id }));
  }

  #apply(edits: readonly FormEdit[]): void {
    if (this.#session.state?.kind === 'checked') this.#replace((text) => editTexts(text, edits));
  }

  /** One after the other: each starts from the text that the one before left. */
  #replace(change: (text: string) => string): void {
    this.#edits = this.#edits.then(() => this.#guard(() => this.#replaceNow(change)));
  }

  async #replaceNow(change: (text: string) => string): Promise<void> {
    const { document } = this.#session;
    const before = document.getText();
    const replacement = smallestReplacement(before, change(before));
    if (replacement === undefined) return;
    const { offset, length, text } = replacement;
    const edit = new vscode.WorkspaceEdit();
    edit.replace(
      document.uri,
      new vscode.Range(document.positionAt(offset), document.positionAt(offset + length)),
      text,
    );
    if (await vscode.workspace.applyEdit(edit)) return;
    // A refused edit leaves the form ahead of the text: it is shown what the text says.
    this.#pushed = '';
    this.#push();
  }

  #push(): void {
    const { state } = this.#session;
    if (!this.#isReady || state === undefined) return;
    const message = { type: 'state', state: formState(state, this.#session) } as const;
    const text = JSON.stringify(message);
    if (text !== this.#pushed) this.#post(message);
    this.#pushed = text;
    if (this.#reveal !== undefined) this.#post({ type: 'reveal', pointer: this.#reveal });
    this.#reveal = undefined;
  }

  #post(message: Message<FormToWebview>): void {
    void this.#panel.webview.postMessage(message);
  }

  async #sendNow(force: boolean): Promise<void> {
    await this.#edits;
    const run = await this.#session.send('form', { force });
    const at = run && pointerToMend(run);
    if (at !== undefined) this.reveal(at);
  }

  async #chooseFile(pointer: string): Promise<void> {
    const { state, document } = this.#session;
    if (state?.kind !== 'checked') return;
    const value = await chooseFile(document.uri, state, pointer);
    if (value !== undefined) this.#apply([{ kind: 'set', pointer, value }]);
  }

  async #openMending(operation: string): Promise<void> {
    const { state } = this.#session;
    const request = state?.kind === 'checked' ? mendingRequest(state.provider, operation, state.request) : undefined;
    if (request !== undefined) await executeCommand('esign.openRequest', request);
  }

  async #openDocs(): Promise<void> {
    const { state } = this.#session;
    if (state?.kind === 'checked') await vscode.env.openExternal(vscode.Uri.parse(state.operation.docs, true));
  }

  #providerId(): string | undefined {
    const { state } = this.#session;
    return state?.kind === 'checked' ? state.provider.id : undefined;
  }

  async #guard(run: () => Promise<void>): Promise<void> {
    try {
      await run();
    } catch (error: unknown) {
      await reportError(this.#services.log, 'The form could not do what was asked.', error);
    }
  }
}

function dispatch(handlers: Handlers<FormToHost>, message: Message<FormToHost>): void {
  const handle = handlers[message.type] as (payload: typeof message) => void;
  handle(message);
}
