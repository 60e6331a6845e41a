import { render } from 'preact';
import type { InboxEventToHost, InboxEventToWebview } from '../src/protocol/messages';
import { EventApp } from './event/eventApp';
import { connect } from './host';
import './ui/ui.css';
import './event/event.css';

const root = document.getElementById('root') ?? document.body;

const post = connect<InboxEventToHost, InboxEventToWebview>({
  state: ({ state }) => render(<EventApp state={state} post={post} />, root),
});

post('ready', {});
