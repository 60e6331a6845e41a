import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { DocumentDetail } from '../../core/documents';
import { followedRun } from '../../core/live/followedRun';
import { runAfter, runWithUsed } from '../../core/live/linkAfter';
import type { Run } from '../../core/sending/run';
import type { ReplyToHost, ReplyToWebview } from '../../protocol/messages';
import type { ReplyState } from '../../protocol/reply';
import type { InFlight } from '../sending/sender';
import { columnOfReply } from '../shell/columnBesideReply';
import { commandIds } from '../shell/contributions/commandIds';
import { contextKeys, restoredPanels } from '../shell/ids';
import { Page, type PageHandlers, type PageKind } from '../shell/page/page';
import { executeCommand, setContextKey } from '../shell/runCommand';
import { showSetting } from '../shell/settings/settings';
import { waitingTimes } from '../shell/waitingTimes';
import { BodyOpener, revealBody, saveBody } from './bodyFiles';
import { bodyLayout, keepBodyLayout } from './bodyLayout';
import { copyDifferences, saveDifferences } from './exportDifferences';
import { openBody } from './openBody';
import * as actions from './replyActions';
import { parseReplyMessage } from './replyMessage';
import { showPage } from './replyPage';
import type { ReplyServices } from './replyServices';
import { ReplyTrail } from './replyTrail';
import { lastRunKey, type ShownRun } from './shownRun';
import { shownOrder, shownState } from './shownState';

const kind = (): PageKind<ReplyToHost> => ({
  name: 'reply',
  title: t('E-Sign Reply'),
  called: 'The reply panel',
  parse: parseReplyMessage,
});

/** The one reply panel: created with the first send and kept, since a new webview costs more than a reply. */
export class ReplyPanel implements vscode.Disposable {
  readonly #services: ReplyServices;
  readonly #opener: BodyOpener;
  #page: Page<ReplyToHost, ReplyToWebview> | undefined;
  #state: ReplyState = { kind: 'empty' };
  #leftAt = 0;
  #shown: ShownRun | undefined;
  readonly #trail = new ReplyTrail();
  #waiting: NodeJS.Timeout | undefined;
  #hasLinks: boolean | undefined;

  constructor(services: ReplyServices) {
    this.#services = services;
    this.#opener = new BodyOpener(services);
  }

  /** What was shown right before. */
  get before(): ShownRun | undefined {
    return this.#trail.before;
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
    const { title, target, leftAt } = sending;
    this.#leftAt = leftAt;
    const show = (): void => this.#show({ kind: 'sending', title, target, passedMs: 0 });
    if (this.#page === undefined) show();
    else this.#waiting = setTimeout(show, waitingTimes.replyMs);
  }

  async showRun(run: Run): Promise<void> {
    const provider = await this.#services.registry.provider(run.provider);
    if (provider) this.show({ run, provider });
  }

  show(shown: ShownRun): void {
    this.#trail.add(shown);
    clearTimeout(this.#waiting);
    this.#shown = shown;
    this.#show(shownState(shown));
    void this.#showOrder(shown);
    const { outcome, id } = shown.run;
    this.#setMenus(outcome.kind === 'replied' && outcome.reading.links.length > 0);
    void this.#services.context.workspaceState.update(lastRunKey, id);
  }

  /**
   * A document has changed: the steps and the order of all replies about it are those of now, also of those that one can
   * go back to. Nothing comes to the front.
   */
  follow(detail: DocumentDetail): void {
    this.#renew((shown) => {
      const run = followedRun(shown.run, detail);
      return run === undefined ? shown : { ...shown, run, follows: detail };
    });
  }

  /** The clock of the emulator went ahead: its links end so much sooner. */
  passTime(minutes: number): void {
    this.#renew((shown) => {
      const run = runAfter(shown.run, minutes);
      return run === shown.run ? shown : { ...shown, run };
    });
  }

  /** A link of a run leads nowhere any more. */
  useLink(id: string, index: number): void {
    this.#renew((shown) => (shown.run.id === id ? { ...shown, run: runWithUsed(shown.run, index) } : shown));
  }

  #renew(now: (shown: ShownRun) => ShownRun): void {
    this.#trail.renew(now);
    const renewed = this.#shown && now(this.#shown);
    if (renewed === undefined || renewed === this.#shown) return;
    this.#shown = renewed;
    if (this.#state.kind === 'sending') return;
    this.#state = shownState(renewed);
    this.#push();
    void this.#showOrder(renewed);
  }

  /** As soon as it is read out of the reply, if that is still the one that is shown. */
  async #showOrder(shown: ShownRun): Promise<void> {
    const order = await shownOrder(shown);
    const isShown = this.#shown === shown && this.#state.kind === 'replied';
    if (order === undefined || !isShown) return;
    this.#state = { ...this.#state, order } as ReplyState;
    this.#push();
  }

  /** Brings the panel to the front, as it was left. */
  reveal(): void {
    this.#open().reveal({ preserveFocus: false });
  }

  /** Takes over the panel of the session before. */
  adopt(panel: vscode.WebviewPanel): void {
    this.#page?.dispose();
    this.#attach(panel);
  }

  dispose(): void {
    clearTimeout(this.#waiting);
    this.#page?.dispose();
    this.#opener.dispose();
  }

  readonly #handlers: PageHandlers<ReplyToHost> = {
    ready: () => this.#push(),
    cancel: () => this.#services.sender.cancel(),
    openLink: ({ index }) => this.#act((shown) => this.#openLink(shown, index)),
    copyLink: ({ index }) => this.#act((shown) => actions.copyLink(shown, index)),
    signByLink: ({ index }) => this.#act(({ run }) => executeCommand(commandIds.signByLink, { run: run.id, index })),
    embedLink: ({ index }) => this.#act(({ run }) => executeCommand(commandIds.embedLink, { run: run.id, index })),
    takeNextStep: ({ index }) => this.#act((shown) => actions.takeNextStep(this.#services, shown, index)),
    takeNextSteps: ({ indexes }) => this.#act((shown) => actions.takeNextSteps(this.#services, shown, indexes)),
    go: ({ by }) => this.#go(by),
    mend: ({ index }) => this.#act((shown) => actions.mend(shown, index)),
    openSource: ({ index }) => this.#act((shown) => actions.openSource(shown, index)),
    waysToFail: () =>
      this.#act(({ run }) => executeCommand(commandIds.waysToFail, { operation: run.request.operation })),
    sendAnyway: () => this.#act((shown) => actions.sendAnyway(this.#services, shown)),
    replay: () => this.#act((shown) => actions.replay(this.#services, shown)),
    editAndResend: () => this.#act((shown) => actions.editAndResend(shown)),
    diagnose: () =>
      this.#act(({ run, provider }) =>
        executeCommand(commandIds.diagnoseConnection, {
          target: { provider: provider.id, connection: run.request.connection },
        }),
      ),
    copyAsCode: () => this.#act(({ run }) => executeCommand(commandIds.copyAsCode, { id: run.id })),
    openBody: (place) => this.#act((shown) => openBody(shown, place)),
    copyText: ({ what, text }) => actions.copyText(what, text),
    setLayout: (layout) => keepBodyLayout(this.#services.context, layout),
    copyDifferences: () => this.#act(copyDifferences),
    saveDifferences: () => this.#act(saveDifferences),
    saveBody: () => this.#act(saveBody),
    openFile: () => this.#act((shown) => this.#opener.open(shown)),
    revealBody: () => this.#act(revealBody),
    showPage: () => this.#act(async (shown) => showPage(shown)),
    changeLimit: ({ limit }) => showSetting(`send.${limit}`),
  };

  async #act(action: (shown: ShownRun) => Promise<void>): Promise<void> {
    if (this.#shown !== undefined) await action(this.#shown);
  }

  async #openLink(shown: ShownRun, index: number): Promise<void> {
    await actions.openLink(shown, index);
    if (actions.linksOf(shown)[index]?.singleUse) this.useLink(shown.run.id, index);
  }

  #go(by: 1 | -1): void {
    const shown = this.#trail.go(by);
    if (shown !== undefined) this.show(shown);
  }

  #endWaiting(): void {
    if (this.#state.kind !== 'sending') return;
    const shown = this.#shown;
    this.#show(shown ? shownState(shown) : { kind: 'empty' });
  }

  /** Only what changes: each key makes the editor look at its menus. */
  #setMenus(hasLinks: boolean): void {
    if (this.#hasLinks === undefined) void setContextKey(contextKeys.hasReply, true);
    if (this.#hasLinks !== hasLinks) void setContextKey(contextKeys.hasLinks, hasLinks);
    this.#hasLinks = hasLinks;
  }

  #show(state: ReplyState): void {
    this.#state = state;
    const page = this.#open();
    if (!page.isVisible) page.reveal({ preserveFocus: true });
    this.#push();
  }

  #push(): void {
    this.#page?.post({
      type: 'state',
      state: this.#told(),
      layout: bodyLayout(this.#services.context),
      trail: this.#trail.names,
    });
  }

  /** The page may ask for it anew at any time. */
  #told(): ReplyState {
    const state = this.#state;
    if (state.kind !== 'sending') return state;
    return { ...state, passedMs: Math.round(performance.now() - this.#leftAt) };
  }

  #open(): Page<ReplyToHost, ReplyToWebview> {
    const place = { viewColumn: columnOfReply(), preserveFocus: true };
    return this.#page ?? this.#attach(vscode.window.createWebviewPanel(restoredPanels.reply, kind().title, place));
  }

  #attach(panel: vscode.WebviewPanel): Page<ReplyToHost, ReplyToWebview> {
    const page = new Page<ReplyToHost, ReplyToWebview>(this.#services, kind(), panel, this.#handlers);
    page.onDidDispose(() => {
      if (this.#page === page) this.#page = undefined;
    });
    this.#page = page;
    return page;
  }
}
