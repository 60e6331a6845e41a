import * as vscode from 'vscode';
import { parseRequestFile } from '../../../core/requests/requestFile';
import type { Run } from '../../../core/sending/run';
import { giveWay } from '../../../node/giveWay';
import { folderOf } from '../../sending/attachments';
import { waitingTimes } from '../../shell/waitingTimes';
import type { RequestServices } from '../requestServices';
import { SentText } from '../scratch/keptScratch';
import { type CheckedRequest, checkRequest } from './checkRequest';
import { withExposedSecrets } from './exposedSecrets';
import { RequestAttachments } from './requestAttachments';
import { RequestEdits } from './requestEdits';
import { RequestFacts } from './requestFacts';

/** One open request file: what its text means, what is known about it, and its sending. */
export class RequestSession implements vscode.Disposable {
  readonly document: vscode.TextDocument;
  readonly edits: RequestEdits;
  readonly #services: RequestServices;
  readonly #facts: RequestFacts;
  readonly #attachments: RequestAttachments;
  readonly #sentText: SentText;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #sent = new vscode.EventEmitter<Run>();
  readonly #disposables: vscode.Disposable[];
  #state: CheckedRequest | undefined;
  #version = 0;
  #checking: Promise<CheckedRequest> | undefined;
  /** Checks that were begun, and the one whose result is shown. */
  #rounds = 0;
  #shownRound = 0;
  #sending = false;
  #leftAt: number | undefined;
  /** Version of the text that was sent with success. */
  #calmVersion: number | undefined;

  readonly onDidChange = this.#changed.event;
  readonly onDidSend = this.#sent.event;

  constructor(services: RequestServices, document: vscode.TextDocument) {
    this.#services = services;
    this.document = document;
    this.edits = new RequestEdits(document);
    this.#facts = new RequestFacts(services);
    this.#attachments = new RequestAttachments(services);
    const { connections, emulators, sender, credentials, log } = services;
    this.#sentText = new SentText(document, (error) => log.error('A request that was sent could not be kept.', error));
    // The editor, which asked for a form, goes on with its frame while a large text is looked at.
    const begin = setTimeout(() => this.update());
    this.#disposables = [
      this.#facts,
      this.#attachments,
      this.#changed,
      this.#sent,
      this.#facts.onDidChange(() => this.update()),
      this.#attachments.onDidChange(() => this.#changed.fire()),
      vscode.workspace.onDidChangeTextDocument((event) => {
        if (event.document !== document) return;
        this.edits.record();
        if (event.contentChanges.length === 0) return;
        this.#sentText.look();
        this.update();
      }),
      ...[connections, emulators, credentials].map(({ onDidChange }) => onDidChange(() => this.#reload())),
      sender.onDidSend(() => this.#reload()),
      { dispose: () => clearTimeout(begin) },
    ];
  }

  /** Undefined until the text was looked at for the first time. */
  get state(): CheckedRequest | undefined {
    return this.#state;
  }

  /** Of the text that the state is of. */
  get version(): number {
    return this.#version;
  }

  get facts(): RequestFacts {
    return this.#facts;
  }

  get attachments(): RequestAttachments {
    return this.#attachments;
  }

  get isSending(): boolean {
    return this.#sending;
  }

  /** How long the request is under way; undefined while questions are still open. */
  get passedMs(): number | undefined {
    return this.#leftAt === undefined ? undefined : Math.round(performance.now() - this.#leftAt);
  }

  update(): void {
    void this.check().catch((error: unknown) => this.#services.log.error('A request could not be checked.', error));
  }

  /** What the text means now. Changes that come together are looked at once. */
  async check(): Promise<CheckedRequest> {
    this.#checking ??= this.#check();
    return this.#checking;
  }

  /** The same with all that was asked for before. */
  async settled(): Promise<CheckedRequest> {
    await this.edits.settled();
    return this.#state !== undefined && this.#version === this.document.version ? this.#state : this.check();
  }

  /** The same with the request as it was in a version; undefined where nobody knows that. */
  seenAt(version: number): CheckedRequest | undefined {
    const state = this.#state;
    if (version === this.#version || state?.kind !== 'checked') return state;
    const text = this.edits.textOf(version);
    const parsed = text === undefined ? undefined : parseRequestFile(text);
    if (parsed?.kind !== 'parsed' || parsed.request.operation !== state.request.operation) return undefined;
    return { ...state, request: parsed.request };
  }

  /** Sends what the text says with all that was asked for before. Undefined while it is being sent already. */
  async send(cause: 'form' | 'text', { force = false } = {}): Promise<Run | undefined> {
    if (this.#sending) return undefined;
    this.#sending = true;
    const tellSoon = () => setTimeout(() => this.#changed.fire(), waitingTimes.formMs);
    let slow = tellSoon();
    try {
      await this.edits.settled();
      const { version } = this.document;
      const text = this.document.getText();
      const folder = folderOf(this.document.uri)?.toString();
      const origin = { cause, ...(folder !== undefined && { folder }) };
      const run = await this.#services.sender.send(text, origin, {
        facts: this.#facts.value,
        force,
        onLeave: () => {
          this.#leftAt = performance.now();
          clearTimeout(slow);
          slow = tellSoon();
        },
      });
      if (isSuccess(run)) this.#calm(version);
      if (run.sent !== undefined) this.#sentText.sent(text);
      this.#sent.fire(run);
      return run;
    } finally {
      clearTimeout(slow);
      this.#sending = false;
      this.#leftAt = undefined;
      this.#changed.fire();
    }
  }

  dispose(): void {
    // What is still being checked comes to nothing.
    this.#shownRound = Number.POSITIVE_INFINITY;
    for (const disposable of this.#disposables) disposable.dispose();
  }

  async #check(): Promise<CheckedRequest> {
    await Promise.resolve();
    this.#checking = undefined;
    this.#rounds += 1;
    const round = this.#rounds;
    const { version } = this.document;
    const checked = await checkRequest(this.#services, this.document.getText(), this.#facts.value);
    await giveWay();
    const state = await withExposedSecrets(checked, this.document.uri);
    await giveWay();
    // Of two that were under way at once the later one knows more, whichever is ready first.
    if (round > this.#shownRound) this.#show(round, version, state);
    return version === this.document.version ? (this.#state ?? state) : this.check();
  }

  #show(round: number, version: number, state: CheckedRequest): void {
    this.#shownRound = round;
    this.#version = version;
    this.#state = version === this.#calmVersion ? withoutPredictions(state) : state;
    if (state.kind === 'checked') {
      this.#facts.update(state);
      this.#attachments.update(state.operation, state.request, folderOf(this.document.uri));
    }
    this.#changed.fire();
  }

  /** What was sent with success says nothing of a second time before it is changed. */
  #calm(version: number): void {
    this.#calmVersion = version;
    if (this.#state !== undefined && version === this.document.version) this.#state = withoutPredictions(this.#state);
  }

  #reload(): void {
    this.#facts.forget();
    this.update();
  }
}

function isSuccess({ outcome }: Run): boolean {
  return outcome.kind === 'replied' && !outcome.reading.failed;
}

function withoutPredictions(state: CheckedRequest): CheckedRequest {
  if (state.kind !== 'checked') return state;
  return { ...state, issues: state.issues.filter(({ prediction }) => prediction === undefined) };
}
