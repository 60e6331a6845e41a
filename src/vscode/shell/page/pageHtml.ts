import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { textsElement } from '../../../protocol/pages/textsElement';
import { pageLanguage } from '../language/useLanguage';

/** The script of a page in dist/webview is `<name>.js`. */
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
  const { scripts, styles } = partsOf(page, root);
  webview.html = pageHtml({
    title,
    ...pageLanguage(),
    script: address(`${page}.js`),
    parts: scripts.map(address),
    styles: styles.map(address),
    source: webview.cspSource,
    nonce: newNonce(),
    styleNonce: newNonce(),
    images: page === 'reply' ? ' data:' : '',
    framed,
  });
}

interface BuiltParts {
  /** What the script imports; without them a page loads all the same, one part after the other. */
  readonly scripts: readonly string[];
  /** In the order of their rules. */
  readonly styles: readonly string[];
}

/** What the build says of each page. */
let parts: Readonly<Partial<Record<string, BuiltParts>>> | undefined;

function partsOf(page: PageName, root: vscode.Uri): BuiltParts {
  try {
    parts ??= JSON.parse(readFileSync(vscode.Uri.joinPath(root, 'parts.json').fsPath, 'utf8'));
  } catch {
    parts = {};
  }
  return parts?.[page] ?? { scripts: [], styles: ['ui.css', `${page}.css`] };
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
  readonly styles: readonly string[];
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
  styles,
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
${styles.map((style) => `<link rel="stylesheet" href="${style}">`).join('\n')}
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
