import * as vscode from 'vscode';
import { replyState } from '../../core/replies/replyState';
import type { Run } from '../../core/sending/run';
import type { Handlers, Message, ReplyToHost, ReplyToWebview } from '../../protocol/messages';
import type { ReplyState } from '../../protocol/reply';
import type { InFlight, Services } from '../services';
import { replyPanel } from '../shell/ids';
import { reportError, setContextKey } from '../shell/runCommand';
import { openPage } from '../shell/webviewHtml';
import * as actions from './replyActions';
import { parseReplyMessage } from './replyMessage';
import { lastRunKey, type ShownRun } from './shownRun';

const title = 'E-Sign Reply';

/** A reply that comes faster is shown at once, without a picture of waiting before it. */
const patienceMs = 120;

/** The one reply panel: created with the first send and kept, since a new webview costs more than a reply. */
export class ReplyPanel implements vscode.Disposable {
  readonly #services: Services;
  #panel: vscode.WebviewPanel | undefined;
  #isReady = false;
  #state: ReplyState = { kind: 'empty' };
  #shown: ShownRun | undefined;
  #waiting: NodeJS.Timeout | undefined;
  #hasLinks: boolean | undefined;

  constructor(services: Services) {
    this.#services = services;
  }

  get shown(): ShownRun | undefined {
    return this.#shown;
  }

  /** Undefined when nothing is under way any more. */
  showSending(sending: InFlight | undefined): void {
    clearTimeout(this.#waiting);
    if (sending === undefined) {
      this.#endWaiting();
      return;
    }
    const show = (): void => this.#show({ kind: 'sending', title: sending.title, target: sending.target });
    if (this.#panel === undefined) show();
    else this.#waiting = setTimeout(show, patienceMs);
  }

  async showRun(run: Run): Promise<void> {
    const provider = await this.#services.registry.provider(run.provider);
    if (provider) this.show({ run, provider });
  }

  show(shown: ShownRun): void {
    clearTimeout(this.#waiting);
    this.#shown = shown;
    this.#show(replyState(shown.run, shown.provider, shown.stored));
    const { outcome, id } = shown.run;
    this.#setMenus(outcome.kind === 'replied' && outcome.reading.links.length > 0);
    void this.#services.context.workspaceState.update(lastRunKey, id);
  }

  /** Brings the panel to the front, as it was left. */
  reveal(): void {
    this.#open().reveal(undefined, false);
  }

  /** Takes over the panel of the session before. */
  adopt(panel: vscode.WebviewPanel): void {
    this.#panel?.dispose();
    this.#attach(panel);
  }

  dispose(): void {
    clearTimeout(this.#waiting);
    this.#panel?.dispose();
  }

  readonly #handlers: Handlers<ReplyToHost> = {
    ready: () => {
      this.#isReady = true;
      this.#push();
    },
    cancel: () => this.#services.sender.cancel(),
    openLink: ({ index }) => this.#act((shown) => actions.openLink(shown, index)),
    copyLink: ({ index }) => this.#act((shown) => actions.copyLink(shown, index)),
    takeNextStep: ({ index }) => this.#act((shown) => actions.takeNextStep(this.#services, shown, index)),
    mend: ({ index }) => this.#act((shown) => actions.mend(shown, index)),
    openSource: ({ index }) => this.#act((shown) => actions.openSource(shown, index)),
    sendAnyway: () => this.#act((shown) => actions.sendAnyway(this.#services, shown)),
    replay: () => this.#act((shown) => actions.replay(this.#services, shown)),
    editAndResend: () => this.#act((shown) => actions.editAndResend(shown)),
    copyAsCurl: () => this.#act((shown) => actions.copyAsCurl(shown)),
    openBody: () => this.#act((shown) => actions.openBody(shown)),
    saveBody: () => this.#act((shown) => actions.saveBody(shown)),
  };

  #receive(received: unknown): void {
    const message = parseReplyMessage(received);
    if (message === undefined) {
      this.#services.log.error('The reply panel sent a message that is none of its own. It was dropped.');
      return;
    }
    const handle = this.#handlers[message.type] as (payload: typeof message) => void;
    handle(message);
  }

  #act(action: (shown: ShownRun) => Promise<void>): void {
    const shown = this.#shown;
    if (shown === undefined) return;
    action(shown).catch((error: unknown) => reportError(this.#services.log, 'The reply panel could not do it.', error));
  }

  #endWaiting(): void {
    if (this.#state.kind !== 'sending') return;
    const shown = this.#shown;
    this.#show(shown ? replyState(shown.run, shown.provider, shown.stored) : { kind: 'empty' });
  }

  /** Only what changes: each key makes the editor look at its menus. */
  #setMenus(hasLinks: boolean): void {
    if (this.#hasLinks === undefined) void setContextKey('esign.hasReply', true);
    if (this.#hasLinks !== hasLinks) void setContextKey('esign.hasLinks', hasLinks);
    this.#hasLinks = hasLinks;
  }

  #show(state: ReplyState): void {
    this.#state = state;
    const panel = this.#open();
    if (!panel.visible) panel.reveal(undefined, true);
    this.#push();
  }

  #push(): void {
    if (!this.#isReady) return;
    const message: Message<ReplyToWebview> = { type: 'state', state: this.#state };
    void this.#panel?.webview.postMessage(message);
  }

  #open(): vscode.WebviewPanel {
    const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    return this.#panel ?? this.#attach(vscode.window.createWebviewPanel(replyPanel, title, place));
  }

  #attach(panel: vscode.WebviewPanel): vscode.WebviewPanel {
    this.#panel = panel;
    this.#isReady = false;
    panel.webview.onDidReceiveMessage((message: unknown) => this.#receive(message));
    panel.onDidDispose(() => {
      if (this.#panel === panel) this.#panel = undefined;
    });
    openPage(panel.webview, this.#services.context.extensionUri, 'reply', title);
    return panel;
  }
}
