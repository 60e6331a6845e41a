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
  state: (shown) => render(<ReplyApp {...shown} post={post} />, root),
});

render(
  <ReplyApp
    state={{ kind: 'empty' }}
    layout={{ wrap: true, raw: false }}
    trail={{ back: undefined, forward: undefined }}
    post={post}
  />,
  root,
);
post('ready', {});
