import type { ReplyToHost } from '../../src/protocol/messages';
import type { ReplyState } from '../../src/protocol/reply';
import type { Post } from '../host';
import { Button } from '../ui/controls/button';
import { EmptyState } from '../ui/emptyState';
import { ProgressRing } from '../ui/progressRing';
import { ProblemView } from './problemView';
import { RepliedView } from './repliedView';

export interface ReplyAppProps {
  readonly state: ReplyState;
  readonly post: Post<ReplyToHost>;
}

export function ReplyApp({ state, post }: ReplyAppProps) {
  return (
    <main class="page" data-state={state.kind}>
      {view(state, post)}
      <div class="visually-hidden" role="status" aria-live="polite">
        {announcement(state)}
      </div>
    </main>
  );
}

function view(state: ReplyState, post: Post<ReplyToHost>) {
  switch (state.kind) {
    case 'empty':
      return (
        <EmptyState icon="send" title="No reply yet">
          <p>Open a request and send it. What the server answers is shown here.</p>
        </EmptyState>
      );
    case 'sending':
      return (
        <div class="sending">
          <ProgressRing label="Sending" />
          <div class="sending-text">
            <h1>{state.title}</h1>
            <p class="quiet">{state.target}</p>
          </div>
          <Button onClick={() => post('cancel', {})} icon="stop" action="cancel">
            Cancel
          </Button>
        </div>
      );
    case 'problem':
      return <ProblemView state={state} post={post} />;
    case 'replied':
      return <RepliedView state={state} post={post} />;
  }
}

function announcement(state: ReplyState): string {
  switch (state.kind) {
    case 'empty':
      return '';
    case 'sending':
      return `Sending ${state.title}`;
    case 'problem':
      return `${state.problem.title}. ${state.problem.nextStep}`;
    case 'replied':
      return `${outcomeWord(state)}: ${state.status} ${state.statusText}`;
  }
}

function outcomeWord({ isAnswer, failed }: Extract<ReplyState, { kind: 'replied' }>): string {
  if (!isAnswer) return 'Not the API’s answer';
  return failed ? 'Failed' : 'Succeeded';
}
