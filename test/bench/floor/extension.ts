import { readFileSync } from 'node:fs';
import fetch from 'node-fetch';
import * as vscode from 'vscode';

let panel: vscode.WebviewPanel | undefined;

/**
 * The least that an extension does: one call, its text into a webview that is open already; a file, its text in a
 * webview of its own; views of rows that stand in it.
 */
export function activate(context: vscode.ExtensionContext): void {
  context.subscriptions.push(
    vscode.window.registerTreeDataProvider('floor.tree', rows('Floor row')),
    vscode.window.registerTreeDataProvider('floor.more', rows('More row')),
    vscode.commands.registerCommand('floor.open', () => {
      panel = vscode.window.createWebviewPanel('floor', 'Floor', vscode.ViewColumn.Active, { enableScripts: true });
      panel.webview.html = page;
    }),
    vscode.commands.registerCommand('floor.send', async (url: string, body: string) => {
      const reply = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      await panel?.webview.postMessage(await reply.text());
    }),
    vscode.commands.registerCommand('floor.beginning', async (url: string) => {
      const reply = await fetch(url);
      await panel?.webview.postMessage((await reply.text()).slice(0, 256 * 1024));
    }),
    vscode.commands.registerCommand('floor.show', (file: string) => {
      const shown = vscode.window.createWebviewPanel('floor', file, vscode.ViewColumn.Active, { enableScripts: true });
      shown.webview.html = page.replace('floor', readFileSync(file, 'utf8'));
    }),
  );
}

function rows(word: string): vscode.TreeDataProvider<string> {
  return {
    getChildren: (row) => (row === undefined ? Array.from({ length: 5 }, (_, index) => `${word} ${index}`) : []),
    getTreeItem: (row) => new vscode.TreeItem(row),
  };
}

const page = `<!DOCTYPE html><html><body><pre>floor</pre><script>
  addEventListener('message', ({ data }) => { document.querySelector('pre').textContent = data; });
</script></body></html>`;
