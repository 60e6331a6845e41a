import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { replyText } from '../../core/http';
import { runMasker } from '../../core/secrets/runMasker';
import { columnBesideReply } from '../shell/columnBesideReply';
import { pageLanguage } from '../shell/language/useLanguage';
import type { ShownRun } from './shownRun';

/** Shows a page that a server answered, laid out: secrets masked, without any script, and with nothing from the network. */
export function showPage({ run, provider }: ShownRun): void {
  if (run.outcome.kind !== 'replied') return;
  const { text } = runMasker(run, provider).body(replyText(run.outcome.reply), { side: 'reply', most: mostOfPage });
  const place = { viewColumn: columnBesideReply(), preserveFocus: true };
  const options = { enableScripts: false, enableForms: false, localResourceRoots: [] };
  const panel = vscode.window.createWebviewPanel('esign.replyPage', t('Page of the Reply'), place, options);
  panel.webview.html = framedPage(text);
}

/** In characters. */
const mostOfPage = 1_000_000;

const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** The page stands in a frame that may do nothing; what surrounds it forbids the same once more. */
export function framedPage(html: string): string {
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
