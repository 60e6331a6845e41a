import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Connection } from '../../core/connections/connection';
import type { Problem } from '../../core/problems/problem';
import type { Provider } from '../../core/provider';
import type { ProviderRegistry } from '../../core/registry';
import { tokenLife } from '../../core/sending/tokens/tokenLife';
import type { SendingServices } from '../sending/sender';
import { commandIds } from '../shell/contributions/commandIds';
import { isProblem } from '../shell/explainError';
import { asCommand } from '../shell/runCommand';
import type { TreeTarget } from '../shell/treeTarget';
import { waitingTimes } from '../shell/waitingTimes';

export interface StatusServices extends SendingServices {
  readonly registry: ProviderRegistry;
  readonly connections: { find(provider: Provider, id: string): Promise<Connection | Problem> };
}

type Followed = Required<Pick<TreeTarget, 'provider' | 'connection'>>;

/** In the status bar: the token of the connection that was sent to last, and how long it still lives. */
export class TokenStatus implements vscode.Disposable {
  readonly #services: StatusServices;
  readonly #item = vscode.window.createStatusBarItem('esign.token', vscode.StatusBarAlignment.Right);
  readonly #listening: readonly vscode.Disposable[];
  #followed: Followed | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(services: StatusServices) {
    this.#services = services;
    this.#item.name = t('E-Sign Token');
    const { sender } = services;
    this.#listening = [
      sender.onDidSend(({ provider, request }) => {
        this.#followed = { provider, connection: request.connection };
        void this.#show();
      }),
      sender.onDidChangeToken(() => void this.#show()),
    ];
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#item.dispose();
    for (const one of this.#listening) one.dispose();
  }

  async #show(): Promise<void> {
    clearTimeout(this.#timer);
    const connection = await this.#connection();
    const token = connection && this.#services.sender.token(connection);
    if (connection === undefined || token === undefined) return this.#item.hide();
    const life = tokenLife(token, Date.now());
    this.#item.text = `$(key) ${life}`;
    this.#item.accessibilityInformation = { label: t('Token of {0}: {1}', connection.title, life) };
    const { MarkdownString } = vscode;
    const tooltip = new MarkdownString();
    tooltip.appendText(t('The token of "{0}": {1}. A click gets a new one.', connection.title, life));
    this.#item.tooltip = tooltip;
    this.#item.command = asCommand(commandIds.newToken, t('Get New Token'), {
      target: { ...this.#followed, provider: connection.provider },
    });
    this.#item.show();
    this.#timer = setTimeout(() => void this.#show(), waitingTimes.agoMs);
  }

  async #connection(): Promise<Connection | undefined> {
    if (this.#followed === undefined) return undefined;
    const provider = await this.#services.registry.provider(this.#followed.provider);
    const found = provider && (await this.#services.connections.find(provider, this.#followed.connection));
    return found === undefined || isProblem(found) ? undefined : found;
  }
}
