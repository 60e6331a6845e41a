import * as vscode from 'vscode';
import { mendsForAll } from '../../../core/forms/mendsForAll';
import { explainBroken } from '../../../core/json/explainBroken';
import { mendingRequest } from '../../../core/requests/mendingRequest';
import type { FormEdit } from '../../../protocol/form';
import type { FormToHost, FormToWebview } from '../../../protocol/messages';
import { Page, type PageHandlers, type PageKind } from '../../shell/page/page';
import { executeCommand } from '../../shell/runCommand';
import { editText, smallestReplacement } from '../editing/editText';
import { editTexts } from '../editing/editTexts';
import { pointerToMend } from '../pointerToMend';
import type { RequestServices } from '../requestServices';
import type { RequestSession } from '../session/requestSession';
import { chooseFile } from './chooseFile';
import { parseFormMessage } from './formMessage';
import { formState } from './formState';

const kind: PageKind<FormToHost> = {
  name: 'form',
  title: 'E-Sign request',
  called: 'The form',
  parse: parseFormMessage,
};

/** One form editor. The document is the only truth: edits go into its text, and what is shown comes from there. */
export class RequestForm implements vscode.Disposable {
  readonly #services: RequestServices;
  readonly #session: RequestSession;
  readonly #page: Page<FormToHost, FormToWebview>;
  readonly onDidDispose: vscode.Event<void>;
  /** What the page shows already. */
  #pushed = '';
  #edits: Promise<void> = Promise.resolve();
  #reveal: string | undefined;

  constructor(services: RequestServices, session: RequestSession, panel: vscode.WebviewPanel) {
    this.#services = services;
    this.#session = session;
    this.#page = new Page(services, kind, panel, this.#handlers);
    this.onDidDispose = this.#page.onDidDispose;
    const listening = session.onDidChange(() => this.#push());
    this.onDidDispose(() => listening.dispose());
  }

  get document(): vscode.TextDocument {
    return this.#session.document;
  }

  get isActive(): boolean {
    return this.#page.isActive;
  }

  /** Leads to a field, as soon as the page can. */
  reveal(pointer: string): void {
    this.#reveal = pointer;
    this.#push();
  }

  /** Through the page, which may hold text that it has not told yet. */
  async send(anyway = false): Promise<void> {
    if (this.#page.isReady && this.#session.state?.kind === 'checked') this.#page.post({ type: 'submit', anyway });
    else await this.#sendNow(anyway);
  }

  dispose(): void {
    this.#page.dispose();
  }

  readonly #handlers: PageHandlers<FormToHost> = {
    ready: () => {
      this.#pushed = '';
      this.#push();
    },
    edit: ({ edit }) => this.#apply([edit]),
    mend: ({ edits }) => this.#apply(edits),
    openMending: ({ operation }) => this.#openMending(operation),
    mendAll: ({ title }) => this.#mendAll(title),
    chooseOperation: ({ id }) => this.#chooseOperation(id),
    send: () => this.#sendNow(false),
    sendAnyway: () => this.#sendNow(true),
    cancel: () => this.#services.sender.cancel(),
    chooseConnection: ({ id }) =>
      this.#replace((text) => editText(text, { kind: 'set', pointer: '/connection', value: id })),
    addConnection: () => executeCommand('esign.addConnection', this.#providerId()),
    chooseFile: ({ pointer }) => this.#chooseFile(pointer),
    openAsText: () => executeCommand('esign.openAsText'),
    mendText: () => this.#replace((text) => explainBroken(text)?.mend?.text ?? text),
    openDocs: () => this.#openDocs(),
  };

  async #mendAll(title: string): Promise<void> {
    const { state } = this.#session;
    if (state?.kind !== 'checked') return;
    await this.#apply(mendsForAll(state.issues).find((mend) => mend.title === title)?.edits ?? []);
  }

  async #chooseOperation(id: string): Promise<void> {
    const { state } = this.#session;
    if (state?.kind !== 'unknownOperation' || !state.meant.includes(id)) return;
    await this.#replace((text) => editText(text, { kind: 'set', pointer: '/operation', value: id }));
  }

  async #apply(edits: readonly FormEdit[]): Promise<void> {
    if (this.#session.state?.kind === 'checked') await this.#replace((text) => editTexts(text, edits));
  }

  /** One after the other: each starts from the text that the one before left, be it that it failed. */
  #replace(change: (text: string) => string): Promise<void> {
    const replaced = this.#edits.then(() => this.#replaceNow(change));
    this.#edits = replaced.catch(() => undefined);
    return replaced;
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
    if (!this.#page.isReady || state === undefined) return;
    const message = { type: 'state', state: formState(state, this.#session) } as const;
    const text = JSON.stringify(message);
    if (text !== this.#pushed) this.#page.post(message);
    this.#pushed = text;
    if (this.#reveal !== undefined) this.#page.post({ type: 'reveal', pointer: this.#reveal });
    this.#reveal = undefined;
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
    if (value !== undefined) await this.#apply([{ kind: 'set', pointer, value }]);
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
}
