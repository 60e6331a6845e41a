import * as vscode from 'vscode';
import { shownHost } from '../../../core/addresses/webAddress';
import { type Connection, emulatorConnectionId } from '../../../core/connections/connection';
import { isUnchecked } from '../../../core/connections/connectionTls';
import { limitWords } from '../../../core/limitWords';
import type { ProviderAbout } from '../../../core/provider';
import { CollectionNode } from './collectionNode';
import { contextValue, factsTooltip } from './nodeText';
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
      Environment: this.#connection.environmentTitle,
      Address: this.#address() ?? 'none until the emulator runs, which starts when it is needed',
      Id: id,
      Note: live ? 'Invites sent here reach real people.' : undefined,
      Certificates: isUnchecked(this.#connection) ? 'are not checked: whoever answers is believed' : undefined,
      Assistants: this.#isOpened() ? 'may use it until this window closes' : undefined,
      Limits: limits === undefined ? undefined : limitWords(limits).join(' '),
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

  #isOpened(): boolean {
    return this.#tree.isOpened(this.#connection);
  }

  #icon(): vscode.ThemeIcon {
    if (this.#isEmulator) {
      const color = this.#address() === undefined ? undefined : new vscode.ThemeColor('charts.green');
      return new vscode.ThemeIcon('server-environment', color);
    }
    if (isUnchecked(this.#connection)) {
      return new vscode.ThemeIcon('unlock', new vscode.ThemeColor('list.errorForeground'));
    }
    return this.#connection.live
      ? new vscode.ThemeIcon('broadcast', new vscode.ThemeColor('charts.red'))
      : new vscode.ThemeIcon('plug');
  }

  #description(): string {
    const address = this.#address();
    if (this.#isEmulator) return address === undefined ? 'stopped' : `running · ${shownHost(address)}`;
    const { environmentTitle, live, baseUrl } = this.#connection;
    const environment = environmentTitle === this.#connection.title ? undefined : environmentTitle;
    const opened = this.#isOpened() ? 'open to assistants' : undefined;
    const unchecked = isUnchecked(this.#connection) ? 'certificates not checked' : undefined;
    return [live ? 'live' : undefined, unchecked, opened, environment, shownHost(baseUrl)]
      .filter((part) => part !== undefined)
      .join(' · ');
  }

  #contextValue(): string {
    if (!this.#isEmulator)
      return contextValue('connection', [], 'configured', this.#isOpened() ? 'opened' : 'unopened');
    return contextValue('connection', [], 'emulator', this.#address() === undefined ? 'stopped' : 'running');
  }
}
