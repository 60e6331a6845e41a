import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { shownHost } from '../../../core/addresses/webAddress';
import type { Token } from '../../../core/auth';
import { type Connection, emulatorConnectionId } from '../../../core/connections/connection';
import { isUnchecked } from '../../../core/connections/connectionTls';
import { limitWords } from '../../../core/limitWords';
import type { ProviderAbout } from '../../../core/provider';
import { tokenLife } from '../../../core/sending/tokens/tokenLife';
import type { SettingsPlace } from '../../connections/connections';
import { undeliveredText } from '../../emulator/undeliveredEvents';
import { lookOf } from '../../shell/connectionLook';
import { CollectionNode } from './collectionNode';
import { contextValue, factsTooltip, spanWords } from './nodeText';
import type { TreeContext } from './treeContext';
import { nodeId, TreeNode } from './treeNode';

export class ConnectionNode extends TreeNode {
  readonly #tree: TreeContext;
  readonly #about: ProviderAbout;
  readonly #connection: Connection;
  readonly #isEmulator: boolean;
  #collections: readonly CollectionNode[] = [];

  constructor(tree: TreeContext, parent: TreeNode, about: ProviderAbout, connection: Connection) {
    super({ provider: about.id, connection: connection.id }, parent);
    this.#tree = tree;
    this.#about = about;
    this.#connection = connection;
    this.#isEmulator = connection.id === emulatorConnectionId;
  }

  override toTreeItem(): vscode.TreeItem {
    const { title, id, live, limits } = this.#connection;
    const { Collapsed, None } = vscode.TreeItemCollapsibleState;
    const item = new vscode.TreeItem(title, this.#about.rung === 'described' ? None : Collapsed);
    item.id = nodeId(this.target, this.#isEmulator ? `#${this.#tree.emulatorStops()}` : '');
    item.iconPath = this.#icon();
    item.description = this.#description();
    item.contextValue = this.#contextValue();
    item.tooltip = factsTooltip(title, {
      [t('Environment')]: this.#connection.environmentTitle,
      [t('Address')]: this.#address() ?? t('none until the emulator runs, which starts when it is needed'),
      [t('Id')]: id,
      [t('Webhooks')]: this.#undelivered() && t('{0}: the Inbox view lists them', this.#undelivered() ?? ''),
      [t('Token')]: this.#tokenWords(),
      [t('Shared')]: this.#sharedWords(),
      [t('Note')]: live ? t('Invites sent here reach real people.') : undefined,
      [t('Certificates')]: isUnchecked(this.#connection)
        ? t('are not checked: whoever answers is believed')
        : undefined,
      [t('Assistants')]: this.#isOpened() ? t('may use it until this window closes') : undefined,
      [t('Limits')]: limits === undefined ? undefined : limitWords(limits).join(' '),
      [t('Calls')]: this.#tree.callsOf(this.#connection) || undefined,
      [t('Recipients')]: this.#connection.rewriting && t('are replaced by addresses of your own'),
    });
    return item;
  }

  protected override async load(): Promise<readonly TreeNode[]> {
    const target = { ...this.target, connection: this.#connection.id };
    const provider = await this.#tree.provider(this.#about.id);
    this.#collections = (provider?.resources.collections ?? []).map(
      (collection) => new CollectionNode(this.#tree, { ...target, collection: collection.id }, this, collection),
    );
    return this.#collections;
  }

  /** The collections stay, and with them how far each was read. */
  override forget(): void {
    for (const collection of this.#collections) collection.forget();
  }

  override async readAgain(): Promise<void> {
    await Promise.all(this.#collections.map((collection) => collection.readAgain()));
  }

  #address(): string | undefined {
    return this.#isEmulator ? this.#tree.emulators.address(this.#about.id) : this.#connection.baseUrl;
  }

  #token(): Token | undefined {
    const current = this.#isEmulator ? this.#tree.connections.emulator(this.#about) : this.#connection;
    return current && this.#tree.token(current);
  }

  #tokenWords(): string | undefined {
    const token = this.#token();
    if (token === undefined) return undefined;
    const life = tokenLife(token, Date.now());
    return token.expiresAt === undefined
      ? life
      : t('{0}, until {1}', life, new Date(token.expiresAt).toLocaleTimeString(vscode.env.language));
  }

  #entry(): SettingsPlace | undefined {
    return this.#isEmulator ? undefined : this.#tree.connections.placeOf(this.#connection);
  }

  /** How the workspace's differs from one's own. */
  #sharedWords(): string | undefined {
    const entry = this.#entry();
    if (entry?.home !== 'workspace') return undefined;
    return [t('by the settings of this workspace'), ...entry.differences].join('. ');
  }

  #isOpened(): boolean {
    return this.#tree.isOpened(this.#connection);
  }

  #icon(): vscode.ThemeIcon {
    const { icon, color } = lookOf(this.#connection);
    const isAsleep = this.#isEmulator && this.#address() === undefined;
    return new vscode.ThemeIcon(icon, color === undefined || isAsleep ? undefined : new vscode.ThemeColor(color));
  }

  #description(): string {
    const address = this.#address();
    if (this.#isEmulator) return address === undefined ? t('starts when needed') : this.#runningWords(address);
    const { title, environmentTitle, live, baseUrl } = this.#connection;
    // What the name says already is not said again.
    const environment = title.includes(environmentTitle) ? undefined : environmentTitle;
    const host = shownHost(baseUrl);
    const opened = this.#isOpened() ? t('open to assistants') : undefined;
    const unchecked = isUnchecked(this.#connection) ? t('certificates not checked') : undefined;
    const token = this.#token();
    const life = token === undefined ? undefined : t('token: {0}', tokenLife(token, Date.now()));
    const shared = this.#entry()?.home === 'workspace' ? t('shared') : undefined;
    return [
      live ? t('live') : undefined,
      unchecked,
      opened,
      shared,
      environment,
      title.includes(host) ? undefined : host,
      life,
      this.#tree.callsOf(this.#connection) || undefined,
    ]
      .filter((part) => part !== undefined)
      .join(' · ');
  }

  #undelivered(): string | undefined {
    const { length } = this.#isEmulator ? this.#tree.emulators.undelivered.of(this.#about.id) : [];
    return length === 0 ? undefined : undeliveredText(length);
  }

  /** The clock first where it is not that of the world: a narrow side bar cuts off the end. */
  #runningWords(address: string): string {
    const { minutesAhead } = this.#tree.emulators;
    const clock = minutesAhead === 0 ? '' : ` · ${t('clock +{0}', spanWords(minutesAhead))}`;
    const lost = this.#undelivered();
    return `${t('running')}${clock}${lost === undefined ? '' : ` · ${lost}`} · ${shownHost(address)}`;
  }

  #contextValue(): string {
    if (!this.#isEmulator)
      return contextValue('connection', [], 'configured', this.#isOpened() ? 'opened' : 'unopened');
    return contextValue('connection', [], 'emulator', this.#address() === undefined ? 'stopped' : 'running');
  }
}
