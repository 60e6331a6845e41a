import { render } from 'preact';
import type { EmbedToHost, EmbedToWebview } from '../src/protocol/messages';
import type { EmbedEvent, EmbedState, HappenedEvent } from '../src/protocol/pages/embed';
import { EmbedApp } from './embed/embedApp';
import { connect, keep } from './host';
import './ui/ui.css';
import './embed/embed.css';

const root = document.getElementById('root') ?? document.body;
let state: EmbedState | undefined;
let events: readonly HappenedEvent[] = [];

/** So many are shown. */
const mostEvents = 200;
const longestMessage = 1900;

// The framed page is of another origin: nothing it says is taken for a word of the editor.
const isForeign = (event: MessageEvent<unknown>): boolean => event.origin !== window.origin;

const post = connect<EmbedToHost, EmbedToWebview>(
  {
    state: (told) => {
      ({ state, events } = told);
      keep({ id: told.id });
      draw();
    },
    event: ({ event }) => {
      events = [...events, event].slice(-mostEvents);
      draw();
    },
  },
  isForeign,
);

/** The editor keeps it, and tells it to the page. */
function add(event: EmbedEvent): void {
  post('seen', { event });
}

function draw(): void {
  if (state !== undefined) render(<EmbedApp state={state} events={events} post={post} onEvent={add} />, root);
}

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  if (!isForeign(event)) return;
  add({ kind: 'message', text: `${event.origin}: ${textOf(event.data).slice(0, longestMessage)}` });
});

// The frame may show one origin only: where it is sent elsewhere, the editor's page is told instead.
document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
  if (effectiveDirective === 'frame-src') add({ kind: 'redirect', text: blockedURI.slice(0, longestMessage) });
});

function textOf(data: unknown): string {
  return typeof data === 'string' ? data : (JSON.stringify(data) ?? String(data));
}

post('ready', {});
