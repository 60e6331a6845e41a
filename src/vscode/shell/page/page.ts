import * as vscode from 'vscode';
import type { Message } from '../../../protocol/messages';
import { reportError } from '../runCommand';
import type { ShellServices } from '../shellServices';
import { loadPage, pageOptions } from './pageHtml';
import type { PageName } from './pageParts';

/** What a page is, and what it may say. */
export interface PageKind<ToHost> {
  readonly name: PageName;
  readonly title: string;
  /** What the log calls it. */
  readonly called: string;
  /** The one origin whose pages may stand in a frame of it. */
  readonly framed?: string;
  /** What it shows first stands in it, so it is not loaded before that is known. */
  readonly isFilled?: boolean;
  /** Undefined for what is no message of this page. A webview is not trusted: whatever it says is parsed. */
  readonly parse: (message: unknown) => Message<ToHost> | undefined;
}

/** Every page says `ready` once it is loaded, for the first time or again. It knows nothing then but what stands in it. */
export interface SaysReady {
  ready: Record<never, never>;
}

/** What a handler throws is reported to the user. */
export type PageHandlers<ToHost> = {
  readonly [Type in keyof ToHost]: (message: ToHost[Type]) => void | Promise<void>;
};

/** One webview and the page in it, from its loading to its end. The panel may be new or left by the session before. */
export class Page<ToHost extends SaysReady, ToWebview> implements vscode.Disposable {
  readonly #services: ShellServices;
  readonly #kind: PageKind<ToHost>;
  readonly #panel: vscode.WebviewPanel;
  readonly #handlers: PageHandlers<ToHost>;
  readonly #disposed = new vscode.EventEmitter<void>();
  readonly #disposables: readonly vscode.Disposable[];
  #isLoaded = false;
  #isReady = false;

  /** Also when the user closes it. */
  readonly onDidDispose = this.#disposed.event;

  constructor(
    services: ShellServices,
    kind: PageKind<ToHost>,
    panel: vscode.WebviewPanel,
    handlers: PageHandlers<ToHost>,
  ) {
    this.#services = services;
    this.#kind = kind;
    this.#panel = panel;
    this.#handlers = handlers;
    this.#disposables = [
      panel.webview.onDidReceiveMessage((message: unknown) => this.#receive(message)),
      panel.onDidDispose(() => this.#end()),
    ];
    panel.webview.options = pageOptions;
    if (!kind.isFilled) this.load([]);
  }

  get isLoaded(): boolean {
    return this.#isLoaded;
  }

  get isReady(): boolean {
    return this.#isReady;
  }

  get isActive(): boolean {
    return this.#panel.active;
  }

  get isVisible(): boolean {
    return this.#panel.visible;
  }

  /** With what it shows first. */
  load(opening: readonly Message<ToWebview>[]): void {
    this.#isLoaded = true;
    loadPage(this.#panel.webview, this.#services.context.extensionUri, { ...this.#kind, opening });
  }

  /** Nothing reaches a page that is not ready: it is told everything then. */
  post(message: Message<ToWebview>): void {
    if (this.#isReady) void this.#panel.webview.postMessage(message);
  }

  reveal({ preserveFocus }: { readonly preserveFocus: boolean }): void {
    this.#panel.reveal(undefined, preserveFocus);
  }

  dispose(): void {
    this.#panel.dispose();
  }

  #receive(received: unknown): void {
    const message = this.#kind.parse(received);
    if (message === undefined) {
      this.#services.log.error(`${this.#kind.called} sent a message that is none of its own. It was dropped.`);
      return;
    }
    if (message.type === 'ready') this.#isReady = true;
    void this.#handle(message);
  }

  async #handle(message: Message<ToHost>): Promise<void> {
    const type: keyof ToHost = message.type;
    try {
      await this.#handlers[type](message);
    } catch (error: unknown) {
      await reportError(this.#services.log, `${this.#kind.called} could not do what was asked.`, error);
    }
  }

  #end(): void {
    this.#isReady = false;
    for (const disposable of this.#disposables) disposable.dispose();
    this.#disposed.fire();
    this.#disposed.dispose();
  }
}
