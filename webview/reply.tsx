import { render } from 'preact';
import type { ReplyToHost, ReplyToWebview } from '../src/protocol/messages';
import { connect } from './host';
import { ReplyApp } from './reply/replyApp';
import './ui/ui.css';
import './reply/reply.css';
import './reply/body/body.css';
import './reply/reader/reader.css';

const root = document.getElementById('root') ?? document.body;
const post = connect<ReplyToHost, ReplyToWebview>({
  state: ({ state, layout }) => render(<ReplyApp state={state} layout={layout} post={post} />, root),
});

render(<ReplyApp state={{ kind: 'empty' }} layout={{ wrap: true, raw: false }} post={post} />, root);
post('ready', {});
