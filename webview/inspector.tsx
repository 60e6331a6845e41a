import { render } from 'preact';
import type { InspectorToHost, InspectorToWebview } from '../src/protocol/messages';
import type { InspectorState } from '../src/protocol/pages/inspector';
import type { LoggedContent } from '../src/protocol/pages/loggedContent';
import { connect } from './host';
import { InspectorApp } from './inspector/inspectorApp';
import './ui/ui.css';
import './inspector/inspector.css';

const root = document.getElementById('root') ?? document.body;

let state: InspectorState | undefined;
const contents = new Map<string, LoggedContent | null>();

const post = connect<InspectorToHost, InspectorToWebview>({
  state: (news) => {
    state = news.state;
    draw();
  },
  content: ({ key, content }) => {
    contents.set(key, content);
    draw();
  },
});

function draw(): void {
  if (state !== undefined) render(<InspectorApp state={state} contents={contents} post={post} />, root);
}

post('ready', {});
