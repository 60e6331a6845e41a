import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { loginCredentials } from '../../../core/auth';
import type { SetUpToHost, SetUpToWebview } from '../../../protocol/messages';
import type { SetUpState } from '../../../protocol/pages/setUp';
import { openAddress } from '../../shell/openAddress';
import { Page, type PageHandlers, type PageKind } from '../../shell/page/page';
import { checkDraft, modelOf } from '../draft/checkDraft';
import { type DraftPlace, KeptDrafts } from '../draft/keptDrafts';
import { connectionOf, saveDraft } from '../draft/saveDraft';
import { SetUpDraft, type SetUpSubject } from '../draft/setUpDraft';
import type { SetupServices } from '../setupServices';
import { DraftSignIn } from './draftSignIn';
import { DraftTest } from './draftTest';
import { DraftUse } from './draftUse';
import { parseSetUpMessage } from './setUpMessage';
import { noticesOf } from './setUpNotices';

const kind = (): PageKind<SetUpToHost> => ({
  name: 'setUp',
  title: t('E-Sign Connection'),
  called: 'The form of the connection',
  parse: parseSetUpMessage,
});

/** Nothing of what these change has a part in a call for a token. */
const onlyNames = /^\/connection\/(?:title|home|variables)\b/;

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
  readonly #use: DraftUse;
  readonly #test: DraftTest;
  readonly #signIn: DraftSignIn;
  #handled = 0;
  #model = '';

  constructor(services: SetupServices, subject: SetUpSubject, panel: vscode.WebviewPanel) {
    this.#services = services;
    this.#drafts = new KeptDrafts(services.context);
    this.#place = { provider: subject.provider.id, id: subject.before?.id };
    const kept = this.#drafts.of(this.#place);
    this.#draft = new SetUpDraft(subject, kept?.text);
    this.#use = new DraftUse(services, this.#draft);
    this.#test = new DraftTest(services, this.#use, () => this.#push());
    this.#signIn = new DraftSignIn(services, this.#use, () => this.#push());
    this.#isRestored = kept !== undefined;
    this.#panel = panel;
    this.#page = new Page(services, kind(), panel, this.#handlers);
    this.onDidDispose = this.#page.onDidDispose;
    this.onDidDispose(() => {
      this.#test.cancel();
      this.#signIn.cancel();
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
      if (!edits.every(({ pointer }) => onlyNames.test(pointer))) {
        this.#use.dropToken();
        this.#signIn.cancel();
      }
      this.#changed();
    },
    test: async () => {
      if (this.#isComplete()) await this.#test.run();
    },
    cancelTest: () => this.#test.cancel(),
    save: ({ untested: anyway }) => this.#save(anyway),
    openDocs: () => openAddress(this.#draft.subject.provider.docs),
    login: () => this.#login(),
    openMending: () => {},
    chooseFile: ({ pointer }) => this.#chooseFile(pointer),
  };

  async #save(anyway: boolean): Promise<void> {
    if (!checkDraft(this.#draft).isUsable) return void this.#revealFirst();
    if (!anyway && !(this.#isComplete() && (await this.#test.run()))) return;
    const connection = await saveDraft(this.#services, this.#draft);
    await this.#drafts.drop(this.#place);
    const { token } = this.#use;
    if (token !== undefined) await this.#services.sender.keepToken(connection, token);
    vscode.window.setStatusBarMessage(t('The connection "{0}" is saved.', connection.title), 5000);
    this.dispose();
  }

  /** Whether all that a call needs is there; what is missing is shown. */
  #isComplete(): boolean {
    const { isComplete } = checkDraft(this.#draft);
    if (!isComplete) this.#revealFirst();
    return isComplete;
  }

  #revealFirst(isAsked: (pointer: string) => boolean = () => true): boolean {
    const { issues } = checkDraft(this.#draft);
    const first = issues.find(({ pointer, severity }) => severity === 'error' && isAsked(pointer));
    if (first !== undefined) this.#page.post({ type: 'reveal', pointer: first.pointer });
    return first !== undefined;
  }

  async #login(): Promise<void> {
    // What the sign-in gives is not asked for before it.
    if (this.#revealFirst((pointer) => pointer !== `/credentials/${loginCredentials.code}`)) return;
    if (await this.#signIn.run()) this.#test.outdate();
    this.#push();
  }

  #changed(): void {
    this.#use.changed();
    this.#keepDraft();
    this.#test.outdate();
    this.#push();
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
    this.#page.post({ type: 'state', version: this.#use.version, handled: this.#handled, state: this.#state() });
  }

  #state(): SetUpState {
    const { issues, isUsable } = checkDraft(this.#draft);
    const connection = isUsable ? connectionOf(this.#draft) : undefined;
    return {
      values: this.#draft.values,
      issues,
      notices: noticesOf(this.#draft, this.#isRestored),
      id: this.#draft.setting.id,
      live: connection?.live === true,
      test: this.#test.shown,
      login: this.#signIn.state,
    };
  }

  async #chooseFile(pointer: string): Promise<void> {
    const [file] = (await vscode.window.showOpenDialog({ openLabel: t('Use') })) ?? [];
    if (file === undefined) return;
    this.#draft.apply([{ kind: 'set', pointer, value: file.fsPath }]);
    this.#use.dropToken();
    this.#changed();
  }
}
