import * as vscode from 'vscode';
import { EditorRoutes } from './editorRoutes';

/** The ways of VS Code's own settings for proxies. */
export function editorRoutes(context: Pick<vscode.ExtensionContext, 'subscriptions'>): EditorRoutes {
  const setting = (name: string) => vscode.workspace.getConfiguration('http').get<string>(name) ?? '';
  const routes = new EditorRoutes({
    proxySupport: () => setting('proxySupport'),
    proxySource: () =>
      setting('proxy') === '' ? 'the environment or the system of VS Code' : 'the setting "http.proxy" of VS Code',
  });
  context.subscriptions.push(
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('http')) routes.forget();
    }),
  );
  return routes;
}
