import { render } from 'preact';
import type { JourneyToHost, JourneyToWebview } from '../src/protocol/messages';
import { connect, keep } from './host';
import { JourneyApp } from './journey/journeyApp';
import './ui/ui.css';
import './journey/journey.css';

const root = document.getElementById('root') ?? document.body;
const post = connect<JourneyToHost, JourneyToWebview>({
  state: ({ state, kept }) => {
    keep(kept);
    render(<JourneyApp state={state} post={post} />, root);
  },
});

render(<JourneyApp state={{ kind: 'empty' }} post={post} />, root);
post('ready', {});
