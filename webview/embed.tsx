import { render } from 'preact';
import type { EmbedToHost, EmbedToWebview } from '../src/protocol/messages';
import type { EmbedEvent, EmbedState } from '../src/protocol/pages/embed';
import { EmbedApp, type SeenEvent } from './embed/embedApp';
import { connect } from './host';
import './ui/ui.css';
import './embed/embed.css';

const root = document.getElementById('root') ?? document.body;
let state: EmbedState | undefined;
let events: readonly SeenEvent[] = [];

/** So many are kept: a page that talks without end fills no memory. */
const mostEvents = 200;
const longestMessage = 2000;

// The framed page is of another origin: nothing it says is taken for a word of the editor.
const isForeign = (event: MessageEvent<unknown>): boolean => event.origin !== window.origin;

const post = connect<EmbedToHost, EmbedToWebview>(
  {
    state: (told) => {
      state = told.state;
      draw();
    },
    event: ({ event }) => add(event),
  },
  isForeign,
);

function add(event: EmbedEvent): void {
  events = [...events, { ...event, at: new Date().toLocaleTimeString(), key: (events.at(-1)?.key ?? 0) + 1 }].slice(
    -mostEvents,
  );
  draw();
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
  if (effectiveDirective === 'frame-src') add({ kind: 'redirect', text: blockedURI });
});

function textOf(data: unknown): string {
  return typeof data === 'string' ? data : (JSON.stringify(data) ?? String(data));
}

post('ready', {});
