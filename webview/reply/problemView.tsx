import type { ReplyToHost } from '../../src/protocol/messages';
import type { ReplyState } from '../../src/protocol/reply';
import type { Post } from '../host';
import { Button } from '../ui/button';
import { Callout } from '../ui/callout';
import { RequestView } from './requestView';
import { RunHead } from './runHead';

export interface ProblemViewProps {
  readonly state: Extract<ReplyState, { kind: 'problem' }>;
  readonly post: Post<ReplyToHost>;
}

export function ProblemView({ state, post }: ProblemViewProps) {
  const { run, problem, request } = state;
  return (
    <>
      <RunHead run={run} post={post} unsent={request === undefined} />
      <Callout kind="error">
        <h2>{problem.title}</h2>
        <p class="problem-cause">{problem.cause}</p>
        <p class="next-step">{problem.nextStep}</p>
        {state.isForeseen && (
          <p>
            <Button onClick={() => post('sendAnyway', {})} icon="send" action="sendAnyway">
              Send anyway
            </Button>
          </p>
        )}
      </Callout>
      <section class="block" aria-labelledby="problem-request">
        <h2 id="problem-request">Request</h2>
        {request ? <RequestView request={request} /> : <p class="quiet">Nothing was sent.</p>}
      </section>
    </>
  );
}
