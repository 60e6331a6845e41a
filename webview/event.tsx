import { render } from 'preact';
import type { InboxEventToHost, InboxEventToWebview } from '../src/protocol/messages';
import { EventApp } from './event/eventApp';
import { LostEventView } from './event/lostEventView';
import { connect, keep } from './host';
import './ui/ui.css';
import './event/event.css';

const root = document.getElementById('root') ?? document.body;

const post = connect<InboxEventToHost, InboxEventToWebview>({
  state: ({ state, kept }) => {
    keep({ ...kept });
    render(<EventApp state={state} post={post} />, root);
  },
  gone: (lost) => render(<LostEventView lost={lost} post={post} />, root),
});

post('ready', {});
