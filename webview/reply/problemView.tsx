import type { ReplyToHost } from '../../src/protocol/messages';
import type { ReplyState } from '../../src/protocol/reply';
import type { Post } from '../host';
import { Button } from '../ui/controls/button';
import { NextSteps } from './cards/nextSteps';
import { ProblemCard } from './cards/problemCard';
import { RequestView } from './requestView';
import { RunHead } from './runHead';

export interface ProblemViewProps {
  readonly state: Extract<ReplyState, { kind: 'problem' }>;
  readonly post: Post<ReplyToHost>;
}

export function ProblemView({ state, post }: ProblemViewProps) {
  const { run, problem, request, nextSteps } = state;
  return (
    <>
      <RunHead run={run} post={post} unsent={request === undefined} />
      <ProblemCard problem={problem} issues={state.issues}>
        {state.isForeseen && (
          <p class="explanation-end">
            <Button onClick={() => post('sendAnyway', {})} icon="send" action="sendAnyway">
              Send anyway
            </Button>
            <span class="quiet">Exactly as it is, to see what the API says.</span>
          </p>
        )}
      </ProblemCard>
      <NextSteps steps={nextSteps} onTake={(index) => post('takeNextStep', { index })} />
      {request && (
        <section class="block" aria-labelledby="problem-request">
          <h2 id="problem-request">Request</h2>
          <RequestView request={request} />
        </section>
      )}
    </>
  );
}
