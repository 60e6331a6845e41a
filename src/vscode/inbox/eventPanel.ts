import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import * as z from 'zod';
import type { ProviderRegistry } from '../../core/registry';
import { inboxEventState } from '../../core/webhooks/inboxEventState';
import type { InboxEventToHost, InboxEventToWebview } from '../../protocol/messages';
import type { LostEvent } from '../../protocol/pages/inbox';
import type { WebhookSecretKeeper } from '../credentials/webhookSecretKeeper';
import { commandIds } from '../shell/contributions/commandIds';
import { restoredPanels } from '../shell/ids';
import { messageParser } from '../shell/page/messageParser';
import { Page, type PageHandlers } from '../shell/page/page';
import { executeCommand } from '../shell/runCommand';
import type { ShellServices } from '../shell/shellServices';
import type { Inbox, InboxEvent } from './inbox';

const parse = messageParser<InboxEventToHost>({
  ready: {},
  replay: {},
  save: {},
  useInScenario: {},
  enterSecret: {},
  receive: {},
});

/** A page is not trusted with what it keeps, either. */
const keptState = z.object({ title: z.string().max(2000), receivedAt: z.string().max(100) });

/** One tab, which shows the event that was chosen last. */
export class EventPanel implements vscode.Disposable {
  readonly #services: ShellServices & { readonly registry: ProviderRegistry };
  readonly #inbox: Inbox;
  readonly #secrets: WebhookSecretKeeper;
  readonly #listening: vscode.Disposable;
  #page: Page<InboxEventToHost, InboxEventToWebview> | undefined;
  #eventId = '';
  /** What the tab of the session before showed. */
  #lost: LostEvent | undefined;
  /** As the page shows it. */
  #shown: InboxEvent | undefined;

  constructor(
    services: ShellServices & { readonly registry: ProviderRegistry },
    inbox: Inbox,
    secrets: WebhookSecretKeeper,
  ) {
    this.#services = services;
    this.#inbox = inbox;
    this.#secrets = secrets;
    // Others may come by the thousand: that of the page is masked anew only when something of it has changed.
    this.#listening = inbox.onDidChange(() => {
      if (inbox.find(this.#eventId) !== this.#shown) void this.#post();
    });
  }

  async show(
    eventId: string,
    openTab = () =>
      vscode.window.createWebviewPanel(restoredPanels.inboxEvent, t('Webhook Event'), {
        viewColumn: vscode.ViewColumn.Active,
        preserveFocus: false,
      }),
  ): Promise<void> {
    this.#eventId = eventId;
    this.#lost = undefined;
    if (this.#page === undefined) this.#open(openTab());
    else this.#page.reveal({ preserveFocus: false });
    await this.#post();
  }

  /** The tab of the session before says what it was: its event was kept in memory alone. */
  async restore(panel: vscode.WebviewPanel, kept: unknown): Promise<void> {
    const { data } = keptState.safeParse(kept);
    if (this.#page !== undefined || data === undefined) return panel.dispose();
    this.#lost = data;
    this.#open(panel);
  }

  dispose(): void {
    this.#listening.dispose();
    this.#page?.dispose();
  }

  #open(panel: vscode.WebviewPanel): void {
    const kind = { name: 'event', title: t('Webhook Event'), called: 'The event page', parse } as const;
    const shown = () => ({ eventId: this.#eventId });
    const handlers: PageHandlers<InboxEventToHost> = {
      ready: () => this.#post(),
      replay: () => executeCommand(commandIds.inbox.replay, shown()),
      save: () => executeCommand(commandIds.inbox.save, shown()),
      useInScenario: () => executeCommand(commandIds.inbox.useInScenario, shown()),
      enterSecret: () => executeCommand(commandIds.inbox.enterSecret, shown()),
      receive: () => executeCommand(commandIds.inbox.receive),
    };
    const page = new Page<InboxEventToHost, InboxEventToWebview>(this.#services, kind, panel, handlers);
    page.onDidDispose(() => {
      this.#page = undefined;
    });
    this.#page = page;
  }

  /** What is no longer there stays on screen as it was. */
  async #post(): Promise<void> {
    if (this.#lost !== undefined) return this.#page?.post({ type: 'gone', ...this.#lost });
    const event = this.#inbox.find(this.#eventId);
    if (event === undefined) return;
    this.#shown = event;
    const { provider } = event.examined;
    const secret = provider === null ? undefined : await this.#secrets.get(provider);
    const title = this.#services.registry.entries.find(({ id }) => id === provider)?.title;
    const receivedAt = timeText(event.receivedAt);
    const cameBefore = event.cameBefore && { ...event.cameBefore, at: timeText(event.cameBefore.at) };
    // Another event may have been chosen meanwhile.
    if (event.id !== this.#eventId) return;
    const state = inboxEventState({ ...event, receivedAt, cameBefore, provider: title, secret });
    this.#page?.post({ type: 'state', state, kept: { title: state.title, receivedAt } });
  }
}

function timeText(at: number): string {
  return new Date(at).toLocaleString(vscode.env.language);
}
