import { render } from 'preact';
import type { SetUpToHost, SetUpToWebview, StateOfText } from '../src/protocol/messages';
import type { SetUpModel, SetUpState } from '../src/protocol/pages/setUp';
import { FormSession } from './form/state/formSession';
import { share } from './form/state/share';
import { connect } from './host';
import { SetUpApp } from './setUp/setUpApp';
import './ui/ui.css';
import './form/form.css';
import './setUp/setUp.css';

const root = document.getElementById('root') ?? document.body;
const post = connect<SetUpToHost, SetUpToWebview>({
  open: (opened) => {
    model = share(model, opened.model);
  },
  state: ({ state, ...of }) => draw(state, of),
  reveal: ({ pointer }) => session.reveal(pointer),
});
const session = new FormSession({
  edit: (told) => post('edit', told),
  openMending: (told) => post('openMending', told),
  chooseFile: (told) => post('chooseFile', told),
});
let model: SetUpModel | undefined;
let shown: SetUpState | undefined;

post('ready', {});

function draw(state: SetUpState, { version, handled }: StateOfText): void {
  shown = share(shown, state);
  session.follow(version, shown.values, handled);
  session.show(shown.values);
  if (model) render(<SetUpApp model={model} state={shown} session={session} post={post} />, root);
  session.settle(handled);
}
