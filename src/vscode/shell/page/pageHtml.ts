import { randomBytes } from 'node:crypto';
import type * as vscode from 'vscode';
import { openingElement, textsElement } from '../../../protocol/pages/textsElement';
import { pageLanguage } from '../language/useLanguage';
import { type PageName, readParts } from './pageParts';

export interface LoadedPage {
  readonly name: PageName;
  readonly title: string;
  readonly framed?: string;
  /** The messages that it would be told first. */
  readonly opening: readonly unknown[];
}

/** To be given before the page: an editor loads a webview anew with them. */
export const pageOptions: vscode.WebviewOptions = { enableScripts: true, localResourceRoots: [] };

/** Only its own script, nothing from the network and no file. */
export function loadPage(
  webview: vscode.Webview,
  extension: vscode.Uri,
  { name, title, framed, opening }: LoadedPage,
): void {
  webview.html = pageHtml({
    title,
    ...pageLanguage(),
    ...readParts(extension, name),
    opening,
    nonce: newNonce(),
    styleNonce: newNonce(),
    images: name === 'reply' ? 'data:' : `'none'`,
    framed,
  });
}

function newNonce(): string {
  return randomBytes(18).toString('base64');
}

interface PageTexts {
  readonly title: string;
  readonly language: string;
  /** By their English ones. */
  readonly texts: Readonly<Record<string, string>>;
  readonly script: string;
  readonly style: string;
  readonly opening: readonly unknown[];
  readonly nonce: string;
  /** The UI toolkit reads it from the page for the style element it tests the browser with. */
  readonly styleNonce: string;
  /** Where images may come from: those that servers answer stand in the page itself. */
  readonly images: string;
  /** The one origin whose pages may stand in a frame; none without it. */
  readonly framed: string | undefined;
}

function pageHtml({
  title,
  language,
  texts,
  script,
  style,
  opening,
  nonce,
  styleNonce,
  images,
  framed,
}: PageTexts): string {
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${styleNonce}'`,
    `img-src ${images}`,
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
<style nonce="${styleNonce}">${styleInPage(style)}</style>
<script type="application/json" id="${textsElement}">${jsonInPage(texts)}</script>
<script type="application/json" id="${openingElement}">${jsonInPage(opening)}</script>
<script type="module" nonce="${nonce}">${scriptInPage(script)}</script>
</head>
<body>
<div id="root"></div>
</body>
</html>`;
}

// What ends an element, or begins a comment in it, would be read by the page first.

function jsonInPage(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

function scriptInPage(script: string): string {
  return script.replace(/<(?=!--|\/?script)/gi, '\\x3c');
}

function styleInPage(style: string): string {
  return style.replaceAll('</', '<\\/');
}
