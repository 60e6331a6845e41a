import process from 'node:process';
import * as vscode from 'vscode';
import { type NetworkSettings, proxySource } from './editorRemarks';
import { EditorRoutes } from './editorRoutes';

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
export function editorRoutes(context: Pick<vscode.ExtensionContext, 'subscriptions'>): EditorRoutes {
  const routes = new EditorRoutes({
    proxySupport: () => networkSettings().proxySupport,
    proxySource: () => proxySource(networkSettings()),
  });
  context.subscriptions.push(
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('http')) routes.forget();
    }),
  );
  return routes;
}
