import * as vscode from 'vscode';

/** A webview panel without a page: what the host posts is kept, and messages to the host are sent by the test. */
export class FakePanel<ToWebview extends { readonly type: string }> {
  readonly #received = new vscode.EventEmitter<unknown>();
  readonly #posted = new vscode.EventEmitter<ToWebview>();
  readonly #disposed = new vscode.EventEmitter<void>();
  readonly posted: ToWebview[] = [];
  readonly onDidPost = this.#posted.event;
  readonly webview = {
    options: {},
    html: '',
    cspSource: 'https://webview.example',
    asWebviewUri: (uri: vscode.Uri) => uri,
    onDidReceiveMessage: this.#received.event,
    postMessage: async (message: ToWebview) => {
      this.posted.push(message);
      this.#posted.fire(message);
      return true;
    },
  };
  readonly active = true;
  readonly visible = true;
  readonly onDidDispose = this.#disposed.event;

  get panel(): vscode.WebviewPanel {
    return this as unknown as vscode.WebviewPanel;
  }

  /** As the page would. */
  say(message: unknown): void {
    this.#received.fire(message);
  }

  reveal(): void {}

  dispose(): void {
    this.#disposed.fire();
  }
}
