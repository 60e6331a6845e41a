import process from 'node:process';
import * as vscode from 'vscode';
import { type NetworkSettings, proxySource } from './editorRemarks';
import { type EditorNetwork, EditorRoutes } from './editorRoutes';

/** What VS Code is set to, and what its environment says. */
export function networkSettings(): NetworkSettings {
  const http = vscode.workspace.getConfiguration('http');
  return {
    proxy: http.get<string>('proxy') ?? '',
    proxySupport: http.get<string>('proxySupport') ?? '',
    proxyStrictSSL: http.get<boolean>('proxyStrictSSL') ?? true,
    env: process.env,
  };
}

/** The ways of VS Code's own settings for proxies. */
export function editorRoutes(
  context: Pick<vscode.ExtensionContext, 'subscriptions'>,
  accounts?: Pick<EditorNetwork, 'proxyAuthorization' | 'onRoute'>,
): EditorRoutes {
  const routes = new EditorRoutes({
    proxySupport: () => networkSettings().proxySupport,
    proxySource: () => proxySource(networkSettings()),
    ...accounts,
  });
  context.subscriptions.push(
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('http')) routes.forget();
    }),
  );
  return routes;
}
