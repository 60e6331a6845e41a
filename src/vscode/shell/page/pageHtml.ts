import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { textsElement } from '../../../protocol/pages/textsElement';
import { pageLanguage } from '../language/useLanguage';

/** The files of a page in dist/webview are `<name>.js` and `<name>.css`. */
export type PageName = 'form' | 'reply' | 'journey' | 'setUp' | 'embed' | 'event' | 'inspector';

/** Prepares the webview: only its own files, only its own script, nothing from the network. */
export function loadPage(
  webview: vscode.Webview,
  extension: vscode.Uri,
  page: PageName,
  title: string,
  framed?: string,
): void {
  const root = vscode.Uri.joinPath(extension, 'dist', 'webview');
  webview.options = { enableScripts: true, localResourceRoots: [root, vscode.Uri.joinPath(extension, 'media')] };
  const address = (file: string): string => webview.asWebviewUri(vscode.Uri.joinPath(root, file)).toString();
  webview.html = pageHtml({
    title,
    ...pageLanguage(),
    script: address(`${page}.js`),
    parts: partsOf(page, root).map(address),
    style: address(`${page}.css`),
    source: webview.cspSource,
    nonce: newNonce(),
    styleNonce: newNonce(),
    images: page === 'reply' ? ' data:' : '',
    framed,
  });
}

/** What the build says of each page; without it a page loads all the same, one part after the other. */
let parts: Readonly<Partial<Record<string, readonly string[]>>> | undefined;

function partsOf(page: PageName, root: vscode.Uri): readonly string[] {
  try {
    parts ??= JSON.parse(readFileSync(vscode.Uri.joinPath(root, 'parts.json').fsPath, 'utf8'));
  } catch {
    parts = {};
  }
  return parts?.[page] ?? [];
}

function newNonce(): string {
  return randomBytes(18).toString('base64');
}

interface PageParts {
  readonly title: string;
  readonly language: string;
  /** By their English ones. */
  readonly texts: Readonly<Record<string, string>>;
  readonly script: string;
  /** What the script imports, asked for along with it. */
  readonly parts: readonly string[];
  readonly style: string;
  readonly source: string;
  readonly nonce: string;
  /** The UI toolkit reads it from the page for the style element it tests the browser with. */
  readonly styleNonce: string;
  /** Where images may come from beside the page's own files: those that servers answer stand in the page itself. */
  readonly images: string;
  /** The one origin whose pages may stand in a frame; none without it. */
  readonly framed: string | undefined;
}

function pageHtml({
  title,
  language,
  texts,
  script,
  parts,
  style,
  source,
  nonce,
  styleNonce,
  images,
  framed,
}: PageParts): string {
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${source} 'nonce-${styleNonce}'`,
    `font-src ${source}`,
    `img-src ${source}${images}`,
    ...(framed === undefined ? [] : [`frame-src ${framed}`]),
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta property="csp-nonce" content="${styleNonce}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="${style}">
${parts.map((part) => `<link rel="modulepreload" nonce="${nonce}" href="${part}">`).join('\n')}
</head>
<body>
<div id="root"></div>
<script type="application/json" id="${textsElement}">${jsonInPage(texts)}</script>
<script type="module" nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}

/** What ends the element, or begins a comment in it, would be read by the page first. */
function jsonInPage(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
