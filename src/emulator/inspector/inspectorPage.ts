import type { EmulatedReply } from '../../core/emulation';
import { html } from '../signing/html';
import { inspectorScript } from './inspectorScript';
import { inspectorStyle } from './inspectorStyle';

/** What came and how it was answered, live: drawn by its own script from the control route. */
export function inspectorPage(title: string, nonce: string): EmulatedReply {
  const body = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Requests – ${title} emulator</title>
<style nonce="${nonce}">${{ markup: inspectorStyle }}</style>
</head>
<body>
<main class="log">
<h1>Requests to the ${title} emulator</h1>
<form role="search"><label for="search">Search
<input id="search" type="search" autocomplete="off" placeholder="Call, path, status or failure"></label>
<label class="keep" for="keep"><input id="keep" type="checkbox" aria-describedby="kept"> Keep bodies</label></form>
<p class="quiet" id="kept"></p>
<section id="besides" aria-labelledby="besides-title" hidden>
<h2 id="besides-title">Faults, and webhooks given up</h2>
<ul></ul>
</section>
<p class="quiet" id="count" role="status">Loading…</p>
<ol id="requests" aria-label="Requests, the newest first"></ol>
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
