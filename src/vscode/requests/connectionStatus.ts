import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { shownHost } from '../../core/addresses/webAddress';
import type { Connection } from '../../core/connections/connection';
import { emulatorConnectionId } from '../../core/connections/connection';
import { tokenLife } from '../../core/sending/tokens/tokenLife';
import { lookOf } from '../shell/connectionLook';
import { commandIds } from '../shell/contributions/commandIds';
import { asCommand } from '../shell/runCommand';
import type { RequestServices } from './requestServices';
import { requestInSight } from './requestTab';
import type { OpenRequests } from './session/openRequests';
import type { RequestSession } from './session/requestSession';

/** In the status bar: where the request in sight would be sent, in the colour of a warning when people would be reached. */
export function showConnectionStatus(services: RequestServices, requests: OpenRequests): void {
  const status = new ConnectionStatus(services, requests);
  const { tabGroups } = vscode.window;
  services.context.subscriptions.push(
    status,
    tabGroups.onDidChangeTabs(() => status.look()),
    tabGroups.onDidChangeTabGroups(() => status.look()),
    // The text behind a form may come after its tab.
    vscode.workspace.onDidOpenTextDocument(() => status.look()),
    services.connections.onDidChange(() => status.look()),
    services.sender.onDidChangeToken(() => status.look()),
  );
  status.look();
}

class ConnectionStatus implements vscode.Disposable {
  readonly #services: RequestServices;
  readonly #requests: OpenRequests;
  readonly #item = vscode.window.createStatusBarItem('esign.connection', vscode.StatusBarAlignment.Left, -10);
  #followed: { readonly session: RequestSession; readonly listening: vscode.Disposable } | undefined;

  constructor(services: RequestServices, requests: OpenRequests) {
    this.#services = services;
    this.#requests = requests;
    this.#item.name = t('E-Sign Connection');
    this.#item.command = asCommand(commandIds.switchConnection, t('Switch Connection…'));
  }

  look(): void {
    this.#look().catch((error: unknown) => this.#services.log.error('The connection could not be shown.', error));
  }

  dispose(): void {
    this.#followed?.listening.dispose();
    this.#item.dispose();
  }

  async #look(): Promise<void> {
    const active = requestInSight();
    const document = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === active?.uri.toString());
    if (document === undefined) {
      this.#item.hide();
      return;
    }
    const session = await this.#requests.session(document);
    // Somebody may have turned to another one meanwhile.
    if (requestInSight()?.uri.toString() !== document.uri.toString()) return;
    this.#follow(session);
    this.#show(session);
  }

  #follow(session: RequestSession): void {
    if (this.#followed?.session === session) return;
    this.#followed?.listening.dispose();
    this.#followed = { session, listening: session.onDidChange(() => this.look()) };
  }

  #show({ state }: RequestSession): void {
    if (state?.kind !== 'checked') {
      this.#item.hide();
      return;
    }
    const connection = state.connections.find(({ id }) => id === state.request.connection);
    const { title } = state.provider;
    this.#item.text = connection === undefined ? t('$(plug) No connection') : textOf(connection);
    const color = connection?.live === true ? 'statusBarItem.errorBackground' : undefined;
    this.#item.backgroundColor = color === undefined ? undefined : new vscode.ThemeColor(color);
    this.#item.tooltip = new vscode.MarkdownString().appendText(
      connection === undefined ? t('{0}: there is no connection of this name.', title) : this.#words(title, connection),
    );
    this.#item.accessibilityInformation = {
      label: connection === undefined ? t('Connection: none') : this.#label(connection),
      role: 'button',
    };
    this.#item.show();
  }

  /** What is read aloud: there is no tooltip then. */
  #label(connection: Connection): string {
    const words = [t('Connection: {0}', connection.title), connection.live ? t('live') : undefined];
    return [words.filter((part) => part !== undefined).join(', '), this.#tokenWords(connection)]
      .filter((part) => part !== undefined)
      .join('. ');
  }

  #tokenWords(connection: Connection): string | undefined {
    const token = this.#services.sender.token(connection);
    return token === undefined ? undefined : t('Token: {0}.', tokenLife(token, Date.now()));
  }

  #words(provider: string, connection: Connection): string {
    const parts = [
      connection.id === emulatorConnectionId
        ? t('{0}, {1}, on this machine.', provider, connection.title)
        : `${provider}, ${connection.title}, ${shownHost(connection.baseUrl)}.`,
      connection.live ? t('Live: invites sent here reach real people.') : undefined,
      this.#tokenWords(connection),
      t('A click chooses another connection.'),
    ];
    return parts.filter((part) => part !== undefined).join(' ');
  }
}

function textOf(connection: Connection): string {
  const { title, environmentTitle, live } = connection;
  const environment = title.includes(environmentTitle) ? undefined : environmentTitle;
  const parts = [title, environment, live ? t('live') : undefined].filter((part) => part !== undefined);
  return `$(${lookOf(connection).icon}) ${parts.join(' · ').replaceAll('$(', '$ (')}`;
}
