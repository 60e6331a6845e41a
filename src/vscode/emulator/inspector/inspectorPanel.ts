import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import * as z from 'zod';
import type { ProviderRegistry } from '../../../core/registry';
import { readLog } from '../../../node/emulator/inspectEmulator';
import type { InspectorToHost, InspectorToWebview } from '../../../protocol/messages';
import type { InspectorState } from '../../../protocol/pages/inspector';
import { restoredPanels } from '../../shell/ids';
import { messageParser } from '../../shell/page/messageParser';
import { Page } from '../../shell/page/page';
import type { ShellServices } from '../../shell/shellServices';
import { waitingTimes } from '../../shell/waitingTimes';
import type { Emulators } from '../emulators';
import { inspectorRows, type ReadLog } from './inspectorRows';

const parse = messageParser<InspectorToHost>({ ready: {}, choose: { provider: z.string() } });

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
    const { emulators, registry } = this.#services;
    const chosen = this.#chosen;
    const running = registry.entries.flatMap(({ id, title }) => {
      const address = emulators.address(id);
      return address === undefined ? [] : [{ id, title, address }];
    });
    const asked = running.filter(({ id }) => chosen === '' || id === chosen);
    const logs = await Promise.all(
      asked.map(
        async ({ address, ...api }): Promise<ReadLog> => ({ api, requests: (await readLog(address))?.requests ?? [] }),
      ),
    );
    const apis = running.map(({ id, title }) => ({ id, title }));
    return { apis, chosen, isRunning: running.length > 0, requests: inspectorRows(logs) };
  }
}
