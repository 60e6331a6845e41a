import * as vscode from 'vscode';
import { meterWords } from '../../../core/sending/politeness/meterWords';
import { targetMime } from '../../../protocol/targetMime';
import { ignoredParts } from '../../connections/ignoredParts';
import type { EmulatorsChange } from '../../emulator/emulators';
import { commandIds } from '../../shell/contributions/commandIds';
import { views } from '../../shell/ids';
import { whileBusy } from '../../shell/notices';
import { registerCommand } from '../../shell/runCommand';
import { rememberDrag, type TreeTarget, targetOf } from '../../shell/treeTarget';
import { waitingTimes } from '../../shell/waitingTimes';
import type { DocumentServices } from '../documentServices';
import { DocumentSource } from '../resources';
import { CollectionNode } from './collectionNode';
import { errorNodes } from './messageNode';
import { ProviderNode } from './providerNode';
import { RestrictedNode } from './restrictedNode';
import type { TreeContext } from './treeContext';
import { isTargetWithin, nodeId, type TreeNode } from './treeNode';

/** Documents and recipients can be dragged into a request, or as their id into any text. Nothing is dropped on the tree. */
const dragged: vscode.TreeDragAndDropController<TreeNode> = {
  dragMimeTypes: [targetMime, 'text/plain'],
  dropMimeTypes: [],
  handleDrag([node], data) {
    const { document, recipient } = node?.target ?? {};
    if (node === undefined || document === undefined) return;
    rememberDrag(node.target);
    data.set(targetMime, new vscode.DataTransferItem(JSON.stringify(node.target)));
    data.set('text/plain', new vscode.DataTransferItem(recipient ?? document));
  },
};

export function registerProvidersTree(services: DocumentServices): void {
  const tree = new ProvidersTree(services);
  const view = vscode.window.createTreeView(views.providers, {
    treeDataProvider: tree,
    showCollapseAll: true,
    dragAndDropController: dragged,
  });
  const { connections, credentials, emulators, opened, sender, context } = services;
  context.subscriptions.push(
    tree,
    view,
    // What is closed is read when it is opened again.
    view.onDidCollapseElement(({ element }) => element.forget()),
    connections.onDidChange((change) => change === 'settings' && tree.followSettings()),
    emulators.onDidChange((change) => tree.followEmulator(change)),
    emulators.undelivered.onDidChange(() => tree.repaint()),
    opened.onDidChange(() => tree.repaint()),
    credentials.onDidChange(() => void tree.refresh()),
    sender.onDidChangeToken(() => tree.repaint()),
    sender.onDidSend((run) => tree.refreshSoon({ provider: run.provider, connection: run.request.connection })),
  );
  registerCommand(services, commandIds.refresh, (node) => tree.refresh(targetOf(node)));
  registerCommand(services, commandIds.revealDocument, async (node) => {
    const target = targetOf(node);
    const found = target && (await tree.find(target));
    if (found !== undefined) await view.reveal(found, { select: true, focus: true, expand: true });
  });
  registerCommand(services, commandIds.loadMore, async (node) => {
    const first = await tree.loadMore(targetOf(node));
    // The row that had the focus is gone.
    if (first !== undefined) await view.reveal(first, { select: true, focus: true });
  });
}

/** Providers, their connections, and what the API holds behind each: read when it is opened. */
export class ProvidersTree implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
  readonly #services: DocumentServices;
  readonly #context: TreeContext;
  readonly #changed = new vscode.EventEmitter<TreeNode | TreeNode[] | undefined>();
  readonly #pending = new Map<string, TreeTarget>();
  #roots: TreeNode[] | undefined;
  #timer: NodeJS.Timeout | undefined;
  #emulatorStops = 0;
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(services: DocumentServices) {
    this.#services = services;
    this.#context = {
      provider: (id) => services.registry.provider(id),
      resources: new DocumentSource(services),
      connections: services.connections,
      emulators: services.emulators,
      token: (connection) => services.sender.token(connection),
      isOpened: (connection) => services.opened.has(connection),
      callsOf: (connection) => meterWords(services.sender.meter.readings(connection)),
      emulatorStops: () => this.#emulatorStops,
      repaint: (node) => this.#changed.fire(node),
      errorNodes: (target, parent, error) => errorNodes(target, parent, error, services.log),
    };
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    return node.toTreeItem();
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    if (node !== undefined) return [...(await node.children())];
    const { emulators, log } = this.#services;
    // Those that run already turn up when they have answered.
    emulators.find().catch((error: unknown) => log.error('Running emulators could not be looked for.', error));
    const ignored = await ignoredParts();
    return [...(ignored.length === 0 ? [] : [new RestrictedNode(ignored)]), ...this.#firstLevel()];
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return node.parent;
  }

  /** Reads again what is open below the target. */
  async refresh(target?: TreeTarget): Promise<void> {
    const node = target === undefined ? undefined : await this.#nearest(target);
    await this.#readAgain(node === undefined ? this.#firstLevel() : [node]);
    this.#changed.fire(node ?? this.#firstLevel());
  }

  /** Other rows may stand at the top now. */
  async followSettings(): Promise<void> {
    await this.#readAgain(this.#firstLevel());
    this.#changed.fire(undefined);
  }

  /** What stands there looks different, and nothing of it is read again. */
  repaint(): void {
    // By its rows, never as a whole: for as long as it draws the whole, the editor knows no row that somebody clicks on.
    this.#changed.fire(this.#firstLevel());
  }

  followEmulator(change: EmulatorsChange): void {
    if (change === 'stopped') this.#emulatorStops += 1;
    // Whoever started it is about to read from it: only its look has changed.
    if (change !== 'started') for (const root of this.#roots ?? []) root.forget();
    this.repaint();
  }

  refreshSoon(target: TreeTarget): void {
    this.#pending.set(JSON.stringify(target), target);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const targets = [...this.#pending.values()];
      this.#pending.clear();
      for (const pending of targets) void this.refresh(pending);
    }, waitingTimes.treeMs);
  }

  /** The node of the target, or the nearest above it that there is: what is above it is read where it was not. */
  async find(target: TreeTarget): Promise<TreeNode | undefined> {
    let found: TreeNode | undefined;
    let below: readonly TreeNode[] = this.#firstLevel();
    for (;;) {
      const above = found;
      // Remarks are about the node that they stand below.
      const next = below.find(
        (node) =>
          isTargetWithin(target, node.target) && (above === undefined || nodeId(node.target) !== nodeId(above.target)),
      );
      if (next === undefined) return found;
      found = next;
      if (isTargetWithin(next.target, target)) return found;
      below = await next.children();
    }
  }

  /** Gives the first of the new rows. */
  async loadMore(target: TreeTarget | undefined): Promise<TreeNode | undefined> {
    const node = target && (await this.#nearest(target));
    return node instanceof CollectionNode ? node.loadMore() : undefined;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#changed.dispose();
  }

  /** Stands before anything was loaded or asked. */
  #firstLevel(): TreeNode[] {
    this.#roots ??= this.#services.registry.entries.map((entry) => new ProviderNode(this.#context, entry));
    return this.#roots;
  }

  async #readAgain(nodes: readonly TreeNode[]): Promise<void> {
    await whileBusy(views.providers, () => Promise.all(nodes.map((node) => node.readAgain())));
  }

  async #nearest(target: TreeTarget): Promise<TreeNode | undefined> {
    for (const root of this.#roots ?? []) {
      const node = await root.nearest(target);
      if (node !== undefined) return node;
    }
    return undefined;
  }
}
