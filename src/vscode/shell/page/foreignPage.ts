import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { replyPagePanel } from '../ids';
import { pageLanguage } from '../language/useLanguage';

/** A tab with a page of somebody else, laid out: without any script, and with nothing from the network. */
export function openForeignPage(html: string, viewColumn: vscode.ViewColumn): void {
  const place = { viewColumn, preserveFocus: true };
  const options = { enableScripts: false, enableForms: false, localResourceRoots: [] };
  const panel = vscode.window.createWebviewPanel(replyPagePanel, t('Page of the Reply'), place, options);
  panel.webview.html = framedPage(html);
}

const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** The page stands in a frame that may do nothing; what surrounds it forbids the same once more. */
function framedPage(html: string): string {
  const source = html.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<!DOCTYPE html>
<html lang="${pageLanguage().language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${t('Page of the Reply')}</title>
<style>html, body { height: 100%; margin: 0; padding: 0 } iframe { border: 0; width: 100%; height: 100%; background: #fff; color-scheme: light }</style>
</head>
<body><iframe title="${t('Page of the Reply')}" sandbox="" referrerpolicy="no-referrer" srcdoc="${source}"></iframe></body>
</html>`;
}
