import type { EmulatedReply } from '../../core/emulation';
import { html } from '../signing/html';
import { signingStyle } from '../signing/signingStyle';
import { inspectorScript } from './inspectorScript';

const style = `${signingStyle}
.log { max-width: 72rem; margin: 0 auto; padding: 2rem 1.5rem 4rem; display: grid; gap: 1rem; }
.log form { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: end; }
.log label { display: grid; gap: .25rem; font-size: .875rem; flex: 1 1 16rem; }
.log input { font: inherit; padding: .5rem .75rem; color: var(--text); background: var(--card); border: 1px solid var(--quiet);
  border-radius: 6px; width: 100%; }
.log input:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
.log ol { list-style: none; margin: 0; padding: 0; background: var(--card); border: 1px solid var(--line); border-radius: 10px; }
.log li { display: grid; grid-template-columns: 6rem 4rem minmax(0, 1fr); gap: .25rem 1rem; padding: .625rem 1rem;
  border-bottom: 1px solid var(--line); }
.log li:last-child { border-bottom: 0; }
.log li > * { min-width: 0; overflow-wrap: anywhere; }
.log .status { font-weight: 600; font-variant-numeric: tabular-nums; color: var(--done); }
.log .status.refused { color: var(--refused); }
.log .more { grid-column: 3; color: var(--quiet); font-size: .875rem; }
@media (max-width: 40rem) {
  .log li { grid-template-columns: 1fr auto; }
  .log li > code, .log .more { grid-column: 1 / -1; }
}
`;

/** What came and how it was answered, live: drawn by its own script from the control route. */
export function inspectorPage(title: string, nonce: string): EmulatedReply {
  const body = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Requests – ${title} emulator</title>
<style nonce="${nonce}">${{ markup: style }}</style>
</head>
<body>
<main class="log">
<h1>Requests to the ${title} emulator</h1>
<form role="search"><label for="search">Search
<input id="search" type="search" autocomplete="off" placeholder="Call, path, status or failure"></label></form>
<p class="quiet" id="count" role="status">Loading…</p>
<ol id="requests" aria-label="Requests, the newest first"></ol>
<p class="quiet">Values, queries, headers and bodies are not kept: they may hold secrets.</p>
</main>
<script nonce="${nonce}">${{ markup: inspectorScript }}</script>
</body>
</html>`.markup;
  const policy = [
    `default-src 'none'`,
    `style-src 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
    `connect-src 'self'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
    `base-uri 'none'`,
  ];
  return {
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy.join('; '),
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
    body,
  };
}
