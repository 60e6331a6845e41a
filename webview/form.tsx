import { render } from 'preact';
import { type Change, changed } from '../src/protocol/changes/change';
import type { FormModel } from '../src/protocol/form';
import type { FormToHost, FormToWebview, MessageHandlers, StateOfText } from '../src/protocol/messages';
import type { FormState } from '../src/protocol/pages/formState';
import { listenToFieldKeys } from './form/focus/fieldKeys';
import { listenToTargetDrops } from './form/focus/targetDrops';
import { whenReleased } from './form/focus/whenReleased';
import { FormApp } from './form/formApp';
import type { ShownRows } from './form/lists/listsProvider';
import { FormSession } from './form/state/formSession';
import { keptView } from './form/state/keptForm';
import { share } from './form/state/share';
import { connect, takeOpening } from './host';
import './ui/ui.css';
import './form/form.css';
import './form/table/table.css';

const root = document.getElementById('root') ?? document.body;
const handlers: MessageHandlers<FormToWebview> = {
  open: (opened) =>
    whenReleased(() => {
      model = opened.model;
    }),
  state: ({ state, ...of }) =>
    whenReleased(() => {
      step = 0;
      draw(share(shown, state), of);
    }),
  change: ({ step: next, change, ...of }) =>
    whenReleased(() => {
      if (shown === undefined || next !== step + 1) post('missed', {});
      else {
        step = next;
        draw(stateAfter(shown, change), of);
      }
    }),
  reveal: ({ pointer }) => session.reveal(pointer),
  point: ({ pointer }) => session.point(pointer),
  submit: ({ anyway }) => session.submit(anyway),
  rows: ({ preview }) => {
    rows = { ...rows, preview };
    redraw();
  },
  copied: ({ text }) => {
    rows = { ...rows, copied: text };
    redraw();
  },
  kept: (kept) => {
    rows = { ...rows, kept };
    redraw();
  },
};
const post = connect<FormToHost, FormToWebview>(handlers);
const session = new FormSession(
  {
    edit: (told) => post('edit', told),
    openMending: (told) => post('openMending', told),
    chooseFile: (told) => post('chooseFile', told),
  },
  redraw,
);
let model: FormModel | undefined;
let shown: FormState | undefined;
/** The same with what was made ahead of the host. */
let drawn: FormState | undefined;
let isAhead = false;
/** Of the changes since the last whole state. */
let step = 0;
let rows: ShownRows = { preview: null, copied: undefined, kept: undefined };

listenToFieldKeys();
listenToTargetDrops((pointer) => post('dropTarget', { pointer, ...session.seen }));
// What stands in a page that was left before is what it showed at first.
post('ready', { isFilled: keptView() === undefined && takeOpening(handlers) });

function draw(state: FormState, { version, handled }: StateOfText): void {
  // Much of it was shown already, ahead of the host.
  shown = isAhead ? share(drawn, state) : state;
  session.follow(version, shown.kind === 'form' ? shown.values : undefined, handled);
  redraw();
  session.settle(handled);
}

function stateAfter(before: FormState, change: Change | undefined): FormState {
  return change === undefined ? before : (changed(before, change) as FormState);
}

function redraw(): void {
  drawn = shown && session.over(shown);
  isAhead = drawn !== shown;
  render(<FormApp model={model} state={drawn} rows={rows} session={session} post={tell} />, root);
  session.drawn();
}

/** All but what the host has to hear at once comes behind the edits that were made before, and is of what these lead to. */
function tell<Type extends keyof FormToHost>(type: Type, payload: FormToHost[Type]): void {
  if (type === 'cancel') {
    post(type, payload);
    return;
  }
  const holds = type === 'copyCells' && 'number' in payload ? payload.number : undefined;
  session.inTurn(() => post(type, 'version' in payload ? { ...payload, ...session.seen } : payload), holds);
}
