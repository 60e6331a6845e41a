import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import * as z from 'zod';
import type { ProviderRegistry } from '../../../core/registry';
import { keepBodies, readFaultsAndFailures, readLog, readLogged } from '../../../node/emulator/inspectEmulator';
import type { InspectorToHost, InspectorToWebview } from '../../../protocol/messages';
import type { InspectorState } from '../../../protocol/pages/inspector';
import type { LoggedContent } from '../../../protocol/pages/loggedContent';
import { restoredPanels } from '../../shell/ids';
import { showWarning } from '../../shell/notices';
import { messageParser } from '../../shell/page/messageParser';
import { Page } from '../../shell/page/page';
import type { ShellServices } from '../../shell/shellServices';
import { waitingTimes } from '../../shell/waitingTimes';
import type { Emulators } from '../emulators';
import { exchangeText } from './exchangeText';
import { inspectorRows, placeOf, type ReadLog } from './inspectorRows';
import { remarkLines } from './remarkLines';

const keyed = { key: z.string() };
const parse = messageParser<InspectorToHost>({
  ready: {},
  choose: { provider: z.string() },
  keepBodies: { isOn: z.boolean() },
  look: keyed,
  copy: keyed,
  openInEditor: keyed,
});

/** A page is not trusted with what it keeps, either. */
const keptState = z.object({ chosen: z.string() });

export interface InspectorServices extends ShellServices {
  readonly emulators: Emulators;
  readonly registry: ProviderRegistry;
}

/** One tab, which follows what is asked of the emulators for as long as somebody sees it. */
export class InspectorPanel implements vscode.Disposable {
  readonly #services: InspectorServices;
  readonly #listening: vscode.Disposable;
  #page: Page<InspectorToHost, InspectorToWebview> | undefined;
  #chosen = '';
  #posted = '';
  #timer: NodeJS.Timeout | undefined;

  constructor(services: InspectorServices) {
    this.#services = services;
    this.#listening = services.emulators.onDidChange(() => void this.#look());
  }

  /** Of one API, or of all with an empty id. */
  async show(provider: string): Promise<void> {
    this.#chosen = provider;
    if (this.#page === undefined)
      this.#openIn(
        vscode.window.createWebviewPanel(restoredPanels.inspector, t('Emulator Requests'), vscode.ViewColumn.Active),
      );
    else this.#page.reveal({ preserveFocus: false });
    await this.#look();
  }

  /** The tab of the session before, with what the page kept of it. */
  async restore(panel: vscode.WebviewPanel, kept: unknown): Promise<void> {
    if (this.#page !== undefined) {
      panel.dispose();
      return;
    }
    const { chosen } = keptState.catch({ chosen: '' }).parse(kept);
    this.#chosen = this.#services.registry.ids.includes(chosen) ? chosen : '';
    this.#openIn(panel);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#listening.dispose();
    this.#page?.dispose();
  }

  #openIn(panel: vscode.WebviewPanel): void {
    const kind = { name: 'inspector', title: t('Emulator Requests'), called: 'The request log', parse } as const;
    const page = new Page<InspectorToHost, InspectorToWebview>(this.#services, kind, panel, {
      ready: () => this.#startOver(),
      choose: ({ provider }) => {
        this.#chosen = provider;
        return this.#startOver();
      },
      keepBodies: ({ isOn }) => this.#keepBodies(isOn),
      look: async ({ key }) => {
        const content = (await this.#contentOf(key)) ?? null;
        this.#page?.post({ type: 'content', key, content });
      },
      copy: async ({ key }) => {
        const text = await this.#textOf(key);
        if (text !== undefined) await vscode.env.clipboard.writeText(text);
      },
      openInEditor: async ({ key }) => {
        const content = await this.#textOf(key);
        if (content !== undefined)
          await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content }));
      },
    });
    const seen = panel.onDidChangeViewState(() => void this.#look());
    page.onDidDispose(() => {
      clearTimeout(this.#timer);
      seen.dispose();
      this.#page = undefined;
    });
    this.#page = page;
  }

  #startOver(): Promise<void> {
    this.#posted = '';
    return this.#look();
  }

  async #keepBodies(isOn: boolean): Promise<void> {
    const done = await Promise.all(this.#asked().map(({ address }) => keepBodies(address, isOn)));
    if (done.includes(false)) void showWarning(t('An emulator did not do so. Look whether it still runs.'));
    await this.#startOver();
  }

  #contentOf(key: string): Promise<LoggedContent | undefined> {
    const { provider, number } = placeOf(key);
    const address = this.#services.emulators.address(provider);
    return address === undefined ? Promise.resolve(undefined) : readLogged(address, number);
  }

  async #textOf(key: string): Promise<string | undefined> {
    const { requests } = await this.#read();
    const [request, content] = [requests.find((one) => one.key === key), await this.#contentOf(key)];
    if (request !== undefined && content !== undefined) return exchangeText(request, content);
    void showWarning(t('Its headers and bodies are not kept any more.'));
    return undefined;
  }

  async #look(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#page?.isVisible !== true) return;
    const state = await this.#read();
    const text = JSON.stringify(state);
    // Drawing rows that have not changed would take them from under a selection.
    if (this.#page?.isReady && text !== this.#posted) {
      this.#posted = text;
      this.#page.post({ type: 'state', state });
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#look(), waitingTimes.attachedMs);
  }

  async #read(): Promise<InspectorState> {
    const asked = await Promise.all(
      this.#asked().map(async ({ address, ...api }) => {
        const [log, besides] = await Promise.all([readLog(address), readFaultsAndFailures(address)]);
        const read: ReadLog = { api, requests: log?.requests ?? [] };
        return { ...read, keepsBodies: log?.keepsBodies === true, remarks: remarkLines(api.title, besides) };
      }),
    );
    const running = this.#running();
    return {
      apis: running.map(({ id, title }) => ({ id, title })),
      chosen: this.#chosen,
      isRunning: running.length > 0,
      keepsBodies: asked.length > 0 && asked.every(({ keepsBodies: isOn }) => isOn),
      remarks: asked.flatMap(({ remarks }) => remarks),
      requests: inspectorRows(asked),
    };
  }

  /** Those that are shown. */
  #asked() {
    return this.#running().filter(({ id }) => this.#chosen === '' || id === this.#chosen);
  }

  #running() {
    const { emulators, registry } = this.#services;
    return registry.entries.flatMap(({ id, title }) => {
      const address = emulators.address(id);
      return address === undefined ? [] : [{ id, title, address }];
    });
  }
}
