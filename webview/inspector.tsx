import { render } from 'preact';
import type { InspectorToHost, InspectorToWebview } from '../src/protocol/messages';
import { connect } from './host';
import { InspectorApp } from './inspector/inspectorApp';
import './ui/ui.css';
import './inspector/inspector.css';

const root = document.getElementById('root') ?? document.body;

const post = connect<InspectorToHost, InspectorToWebview>({
  state: ({ state }) => render(<InspectorApp state={state} post={post} />, root),
});

post('ready', {});
