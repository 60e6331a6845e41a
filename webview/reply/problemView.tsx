import { t } from '@vscode/l10n';
import type { ReplyState } from '../../src/protocol/reply';
import { Button } from '../ui/controls/button';
import { NextSteps } from './cards/nextSteps';
import { ProblemCard } from './cards/problemCard';
import type { ReaderFrame } from './reader/readerFrame';
import { RequestView } from './requestView';
import { RunHead } from './runHead';
import { useRunScroll } from './useRunScroll';

export interface ProblemViewProps {
  readonly state: Extract<ReplyState, { kind: 'problem' }>;
  readonly frame: ReaderFrame;
}

export function ProblemView({ state, frame }: ProblemViewProps) {
  const { post } = frame;
  useRunScroll(state.run.id);
  const { run, problem, request, nextSteps, limit } = state;
  return (
    <>
      <RunHead run={run} post={post} unsent={request === undefined} />
      <ProblemCard problem={problem} issues={state.issues}>
        {state.isForeseen && (
          <p class="explanation-end">
            <Button onClick={() => post('sendAnyway', {})} icon="send" action="sendAnyway">
              {t('Send anyway')}
            </Button>
            <span class="quiet">{t('Exactly as it is, to see what the API says.')}</span>
          </p>
        )}
        {limit && (
          <p class="explanation-end">
            <Button onClick={() => post('changeLimit', { limit })} icon="edit" action="changeLimit">
              {limit === 'maxReplyMegabytes' ? t('Change how much is read…') : t('Change how long is waited…')}
            </Button>
          </p>
        )}
      </ProblemCard>
      <NextSteps
        steps={nextSteps}
        onTake={(index) => post('takeNextStep', { index })}
        onTakeAll={(indexes) => post('takeNextSteps', { indexes })}
      />
      {request && (
        <section class="block" aria-labelledby="problem-request">
          <h2 id="problem-request">{t('Request')}</h2>
          <RequestView {...frame} request={request} run={run.id} />
        </section>
      )}
    </>
  );
}
