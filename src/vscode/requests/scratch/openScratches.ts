import * as vscode from 'vscode';
import { isRecord } from '../../../protocol/jsonKinds';
import { requestEditor, scratchScheme } from '../../shell/ids';
import type { ShellServices } from '../../shell/shellServices';
import { openRequestTabs, type RequestTab } from '../requestTab';

type Look = RequestTab['view'];

/** In the workspace's state: how each request of no file is looked at that is open. */
const openKey = 'esign.requests.openScratches';

/**
 * A window writes its tabs down now and then, and backs up nothing but what is changed: of a request that was just made or
 * sent, a window that ends by itself leaves nothing that is seen. What was open then is opened again.
 */
export class OpenScratches implements vscode.Disposable {
  readonly #services: Pick<ShellServices, 'context' | 'log'>;
  readonly #listening: vscode.Disposable;
  /** Without a tab so far. */
  #left: ReadonlyMap<string, Look>;
  #stored: string;

  constructor(services: Pick<ShellServices, 'context' | 'log'>) {
    this.#services = services;
    this.#left = read(services.context.workspaceState.get(openKey));
    this.#stored = written(this.#left);
    this.#listening = vscode.window.tabGroups.onDidChangeTabs(() => this.#store());
  }

  /** Behind whatever is in front. */
  async openLeft(): Promise<void> {
    const left = this.#left;
    const open = openNow();
    for (const [address, view] of left) {
      if (!open.has(address)) await this.#open(vscode.Uri.parse(address, true), view);
    }
    this.#left = new Map();
    this.#store();
  }

  dispose(): void {
    this.#listening.dispose();
  }

  async #open(uri: vscode.Uri, view: Look): Promise<void> {
    try {
      await vscode.workspace.fs.stat(uri);
      const background = vscode.window.tabGroups.activeTabGroup.tabs.length > 0;
      const options = { preserveFocus: true, preview: false, background };
      const editor = view === 'form' ? requestEditor : 'default';
      await vscode.commands.executeCommand('vscode.openWith', uri, editor, options);
    } catch (error: unknown) {
      this.#services.log.error('A request that was open before could not be opened again.', error);
    }
  }

  #store(): void {
    const now = new Map([...this.#left, ...openNow()]);
    const text = written(now);
    if (text === this.#stored) return;
    this.#stored = text;
    void this.#services.context.workspaceState.update(openKey, Object.fromEntries(now));
  }
}

function openNow(): ReadonlyMap<string, Look> {
  const scratches = openRequestTabs().filter(({ uri }) => uri.scheme === scratchScheme);
  return new Map(scratches.map(({ uri, view }) => [uri.toString(), view]));
}

function read(kept: unknown): ReadonlyMap<string, Look> {
  const entries = isRecord(kept) ? Object.entries(kept) : [];
  return new Map(
    entries.flatMap(([address, view]) =>
      address.startsWith(`${scratchScheme}:`) && (view === 'form' || view === 'text') ? [[address, view]] : [],
    ),
  );
}

function written(open: ReadonlyMap<string, Look>): string {
  return JSON.stringify([...open]);
}
