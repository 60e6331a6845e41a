import * as vscode from 'vscode';
import { loginCredentials, type Token } from '../../../core/auth';
import type { Connection } from '../../../core/connections/connection';
import type { SetUpToHost, SetUpToWebview } from '../../../protocol/messages';
import type { SetUpNotice, SetUpState, SetUpTest } from '../../../protocol/pages/setUp';
import { showInfo } from '../../shell/notices';
import { openAddress } from '../../shell/openAddress';
import { Page, type PageHandlers, type PageKind } from '../../shell/page/page';
import { checkDraft, modelOf } from '../draft/checkDraft';
import { type DraftPlace, KeptDrafts } from '../draft/keptDrafts';
import { connectionOf, mayUseCredentials, saveDraft } from '../draft/saveDraft';
import { SetUpDraft, type SetUpSubject } from '../draft/setUpDraft';
import { tryDraft } from '../draft/tryDraft';
import type { SignedIn } from '../login/signIn';
import type { SetupServices } from '../setupServices';
import { parseSetUpMessage } from './setUpMessage';
import { noticesOf } from './setUpNotices';

const kind: PageKind<SetUpToHost> = {
  name: 'setUp',
  title: 'E-Sign Connection',
  called: 'The form of the connection',
  parse: parseSetUpMessage,
};

/** Nothing of what these change has a part in a call for a token. */
const onlyNames = /^\/connection\/(?:title|home|variables)\b/;

const untested: SetUpTest = { kind: 'none', steps: [] };

/** The form of one connection. What is filled in is held here, so that a page that is hidden and drawn anew loses nothing. */
export class SetUpPanel implements vscode.Disposable {
  readonly #services: SetupServices;
  readonly #draft: SetUpDraft;
  readonly #drafts: KeptDrafts;
  readonly #place: DraftPlace;
  readonly #isRestored: boolean;
  readonly #page: Page<SetUpToHost, SetUpToWebview>;
  readonly #panel: vscode.WebviewPanel;
  readonly onDidDispose: vscode.Event<void>;
  #test = untested;
  #trying: AbortController | undefined;
  #signingIn: AbortController | undefined;
  /** Of a sign-in in this page: calls may use it as soon as the connection is saved. */
  #token: Token | undefined;
  #handled = 0;
  #version = 0;
  #model = '';

  constructor(services: SetupServices, subject: SetUpSubject, panel: vscode.WebviewPanel) {
    this.#services = services;
    this.#drafts = new KeptDrafts(services.context);
    this.#place = { provider: subject.provider.id, id: subject.before?.id };
    const kept = this.#drafts.of(this.#place);
    this.#draft = new SetUpDraft(subject, kept?.text);
    this.#isRestored = kept !== undefined;
    this.#panel = panel;
    this.#page = new Page(services, kind, panel, this.#handlers);
    this.onDidDispose = this.#page.onDidDispose;
    this.onDidDispose(() => {
      this.#trying?.abort();
      this.#signingIn?.abort();
    });
  }

  reveal(): void {
    this.#page.reveal({ preserveFocus: false });
  }

  dispose(): void {
    this.#page.dispose();
  }

  readonly #handlers: PageHandlers<SetUpToHost> = {
    ready: () => {
      this.#model = '';
      this.#handled = 0;
      this.#push();
    },
    edit: ({ edits, number }) => {
      this.#draft.apply(edits);
      this.#handled = number;
      this.#version += 1;
      this.#keepDraft();
      if (!edits.every(({ pointer }) => onlyNames.test(pointer))) this.#dropToken();
      if (this.#test.kind !== 'none') this.#outdate();
      this.#push();
    },
    test: async () => {
      await this.#try();
    },
    cancelTest: () => this.#trying?.abort(),
    save: ({ untested: anyway }) => this.#save(anyway),
    openDocs: () => openAddress(this.#draft.subject.provider.docs),
    login: () => this.#login(),
    openMending: () => {},
    chooseFile: ({ pointer }) => this.#chooseFile(pointer),
  };

  /** A token, and a sign-in that is under way, are for what stood there before. */
  #dropToken(): void {
    this.#token = undefined;
    this.#signingIn?.abort();
  }

  /** What was found was found of something else. */
  #outdate(): void {
    this.#trying?.abort();
    this.#test = { ...this.#test, kind: 'stale' };
  }

  async #save(anyway: boolean): Promise<void> {
    const { issues, isUsable, isComplete } = checkDraft(this.#draft);
    if (!isUsable) {
      const first = issues.find(({ severity }) => severity === 'error');
      if (first !== undefined) this.#page.post({ type: 'reveal', pointer: first.pointer });
      return;
    }
    if (!anyway && !(isComplete && (await this.#try()))) return;
    const connection = await saveDraft(this.#services, this.#draft);
    await this.#drafts.drop(this.#place);
    if (this.#token !== undefined) await this.#services.sender.keepToken(connection, this.#token);
    vscode.window.setStatusBarMessage(`The connection "${connection.title}" is saved.`, 5000);
    this.dispose();
  }

  /** True when the connection works. */
  async #try(): Promise<boolean> {
    const { issues, isComplete } = checkDraft(this.#draft);
    const first = issues.find(({ severity }) => severity === 'error');
    if (!isComplete) {
      if (first !== undefined) this.#page.post({ type: 'reveal', pointer: first.pointer });
      return false;
    }
    const connection = connectionOf(this.#draft);
    const { credentials } = this.#draft;
    if (!(await this.#maySend(connection))) return false;
    this.#trying?.abort();
    const trying = new AbortController();
    this.#trying = trying;
    const { provider } = this.#draft.subject;
    const tried = { provider, connection, credentials, token: this.#token };
    const show = (test: SetUpTest) => {
      if (this.#trying !== trying || trying.signal.aborted) return;
      this.#test = test;
      this.#push();
    };
    show({ kind: 'running', steps: [] });
    const { steps, token } = await tryDraft(this.#services, tried, trying.signal, (done) =>
      show({ kind: 'running', steps: done }),
    );
    if (token !== undefined && this.#trying === trying) this.#keepToken(token);
    const isWorking = steps.every(({ outcome }) => outcome !== 'failed');
    if (trying.signal.aborted) {
      if (this.#trying === trying && this.#test.kind === 'running') this.#test = untested;
      this.#push();
      return false;
    }
    show({ kind: isWorking ? 'passed' : 'failed', steps });
    return isWorking;
  }

  /** An answer is for what stood in the form when it was asked. */
  async #maySend(connection: Connection): Promise<boolean> {
    const version = this.#version;
    if (!(await mayUseCredentials(this.#services, this.#draft, connection))) return false;
    if (version === this.#version) return true;
    void showInfo('Nothing was sent: the form has changed since the question. Try it again.');
    return false;
  }

  async #login(): Promise<void> {
    const { kind, subject, credentials } = this.#draft;
    if (kind?.login === undefined) return;
    // What the sign-in gives is not asked for before it.
    const missing = checkDraft(this.#draft).issues.find(
      ({ pointer, severity }) => severity === 'error' && pointer !== `/credentials/${loginCredentials.code}`,
    );
    if (missing !== undefined) return this.#page.post({ type: 'reveal', pointer: missing.pointer });
    const connection = connectionOf(this.#draft);
    if (!(await this.#maySend(connection))) return;
    this.#signingIn?.abort();
    const signingIn = new AbortController();
    this.#signingIn = signingIn;
    this.#push();
    try {
      const { signIn } = await import('../login/signIn');
      const target = { provider: subject.provider, connection, kind, credentials };
      const signedIn = await signIn(this.#services, target, signingIn.signal);
      if (signingIn.signal.aborted) return;
      if (signedIn !== undefined) this.#take(signedIn);
      else void showInfo('Nobody signed in. Try again, or enter a code.');
    } finally {
      if (this.#signingIn === signingIn) this.#signingIn = undefined;
      this.#push();
    }
  }

  /** The code is spent already: what renews the token is what counts from now on. */
  #take({ code, token }: SignedIn): void {
    this.#draft.giveSecret(loginCredentials.code, code);
    this.#keepToken(token);
    this.#version += 1;
    if (this.#test.kind !== 'none') this.#outdate();
  }

  /** Calls use it as soon as the connection is saved, and what renews it is kept where the credentials have a place for it. */
  #keepToken(token: Token): void {
    this.#token = token;
    const name = 'refreshToken';
    const { kind } = this.#draft;
    if (token.refreshToken !== undefined && kind !== undefined && name in kind.fields.shape) {
      this.#draft.giveSecret(name, token.refreshToken);
    }
  }

  #keepDraft(): void {
    const { title } = modelOf(this.#draft);
    void this.#drafts.keep({ ...this.#place, title, text: this.#draft.text });
  }

  #push(): void {
    if (!this.#page.isReady) return;
    const model = modelOf(this.#draft);
    const text = JSON.stringify(model);
    if (text !== this.#model) this.#page.post({ type: 'open', model });
    this.#model = text;
    this.#panel.title = model.title;
    this.#page.post({ type: 'state', version: this.#version, handled: this.#handled, state: this.#state() });
  }

  #state(): SetUpState {
    const { issues, isUsable } = checkDraft(this.#draft);
    const notices: readonly SetUpNotice[] = noticesOf(this.#draft, this.#isRestored);
    return {
      values: this.#draft.values,
      issues,
      notices,
      id: this.#draft.setting.id,
      live: isUsable && connectionOf(this.#draft).live,
      test: this.#test,
      login: this.#draft.kind?.login === undefined ? 'none' : this.#signingIn === undefined ? 'offered' : 'waiting',
    };
  }

  async #chooseFile(pointer: string): Promise<void> {
    const [file] = (await vscode.window.showOpenDialog({ openLabel: 'Use' })) ?? [];
    if (file === undefined) return;
    this.#draft.apply([{ kind: 'set', pointer, value: file.fsPath }]);
    this.#version += 1;
    this.#keepDraft();
    this.#push();
  }
}
