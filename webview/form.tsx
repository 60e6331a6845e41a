import { render } from 'preact';
import type { FormState } from '../src/protocol/form';
import type { FormToHost, FormToWebview } from '../src/protocol/messages';
import { FormApp } from './form/formApp';
import { FormSession } from './form/state/formSession';
import { share } from './form/state/share';
import { connect } from './host';
import './ui/ui.css';
import './form/form.css';

const root = document.getElementById('root') ?? document.body;
const post = connect<FormToHost, FormToWebview>({
  state: ({ state }) => draw(state),
  reveal: ({ pointer }) => session.reveal(pointer),
  submit: ({ anyway }) => session.submit(anyway),
});
const session = new FormSession(post);
let shown: FormState | undefined;

post('ready', {});

function draw(state: FormState): void {
  shown = share(shown, state);
  render(<FormApp state={shown} session={session} post={post} />, root);
}
