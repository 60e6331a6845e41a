// Shows the webview pages outside the editor: `node test/host/preview/previewServer.mjs [--port N]`.
// /form?sample=full&theme=dark, /reply?sample=links&theme=hc-light&language=de, /journey?sample=failed&theme=light; / lists all of them.
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { root } from '../paths.mjs';
import { themes } from './themes.mjs';

/** Serves on a free port unless one is given. @param {{ port?: number, minify?: boolean }} [options] */
export async function startPreview({ port = 0, minify = false } = {}) {
  const files = await buildPages(minify);
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const file = files.get(url.pathname);
    if (file !== undefined) return void response.setHeader('content-type', file.type).end(file.text);
    const page = url.pathname.slice(1);
    if (page !== 'form' && page !== 'reply' && page !== 'journey' && page !== 'setUp' && page !== 'event')
      return void html(response, indexPage(files));
    const [nonce, styleNonce] = [randomBytes(18).toString('base64'), randomBytes(18).toString('base64')];
    // The policy of the editor's panels, with this server as their source of files.
    const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'self' 'nonce-${styleNonce}'; font-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'`;
    response.setHeader('content-security-policy', policy);
    const theme = url.searchParams.get('theme') ?? 'dark';
    const language = /^[a-z]{2}$/.exec(url.searchParams.get('language') ?? '')?.[0] ?? 'en';
    html(response, panelPage(page, theme, language, nonce, styleNonce));
  });
  await new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  const actual = typeof address === 'object' && address !== null ? address.port : port;
  return { url: `http://127.0.0.1:${actual}`, sizes: sizesOf(files), close: () => server.close() };
}

/** @param {boolean} minify @returns {Promise<Map<string, { type: string, text: string }>>} */
async function buildPages(minify) {
  const { outputFiles } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: [
      'webview/form.tsx',
      'webview/reply.tsx',
      'webview/journey.tsx',
      'webview/setUp.tsx',
      'webview/event.tsx',
      'test/host/preview/editorStandIn.ts',
    ],
    entryNames: '[name]',
    outdir: 'out',
    write: false,
    bundle: true,
    splitting: true,
    minify,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    legalComments: 'none',
  });
  return new Map(
    outputFiles.map(({ path, text }) => [
      path.slice(path.lastIndexOf('/')),
      { type: path.endsWith('.css') ? 'text/css' : 'text/javascript', text },
    ]),
  );
}

/** @param {'form' | 'reply' | 'journey' | 'setUp' | 'event'} page @param {string} theme @param {string} language @param {string} nonce @param {string} styleNonce */
function panelPage(page, theme, language, nonce, styleNonce) {
  const { bodyClass, variables } = themes[theme] ?? { bodyClass: '', variables: {} };
  const names = JSON.stringify(Object.entries(variables));
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta property="csp-nonce" content="${styleNonce}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page}</title>
<script nonce="${nonce}">
for (const [name, value] of ${names}) document.documentElement.style.setProperty('--vscode-' + name, value);
</script>
<link rel="stylesheet" href="/${page}.css">
</head>
<body class="${bodyClass}">
<div id="root"></div>
<script type="application/json" id="texts">${textsIn(language)}</script>
<script type="module" nonce="${nonce}" src="/editorStandIn.js"></script>
<script type="module" nonce="${nonce}" src="/${page}.js"></script>
</body>
</html>`;
}

/** The texts of a language, as the editor hands them to a page. @param {string} language */
function textsIn(language) {
  const file = join(root, 'media', 'l10n', `bundle.l10n.${language}.json`);
  return existsSync(file) ? readFileSync(file, 'utf8').replaceAll('<', '\\u003c') : '{}';
}

/** @param {Map<string, { text: string }>} files */
function indexPage(files) {
  const script = files.get('/editorStandIn.js')?.text ?? '';
  return `<!DOCTYPE html><meta charset="utf-8"><title>Panels</title><p>${script.length} bytes of stand-in.
Open /form?sample=NAME&theme=NAME, /reply?sample=NAME&theme=NAME or /journey?sample=NAME&theme=NAME. A form's sample may be the id of an operation.</p>
<p>Themes: ${Object.keys(themes).join(', ')}</p>
<p>Samples: see formSamples.ts, replySamples.ts and journeySamples.ts.</p>`;
}

/** @param {import('node:http').ServerResponse} response @param {string} text */
function html(response, text) {
  response.setHeader('content-type', 'text/html; charset=utf-8').end(text);
}

/** @param {Map<string, { text: string }>} files */
function sizesOf(files) {
  return Object.fromEntries(Array.from(files, ([name, { text }]) => [name, Buffer.byteLength(text)]));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const at = process.argv.indexOf('--port');
  const { url } = await startPreview({ port: at < 0 ? 0 : Number(process.argv[at + 1]) });
  console.info(`Panels at ${url}`);
}
