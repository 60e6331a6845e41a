import { t } from '@vscode/l10n';
import { useState } from 'preact/hooks';
import type { ReplyToHost } from '../../src/protocol/messages';
import type { BodyLayout, ReplyState, Trail } from '../../src/protocol/reply';
import type { Post } from '../host';
import { Button } from '../ui/controls/button';
import { Elapsed } from '../ui/elapsed';
import { EmptyState } from '../ui/emptyState';
import { ProgressRing } from '../ui/progressRing';
import { ProblemView } from './problemView';
import type { ReaderFrame } from './reader/readerFrame';
import { RepliedView } from './repliedView';
import { TrailBar } from './trailBar';
import { useReplyFocus } from './useReplyFocus';

export interface ReplyAppProps {
  readonly state: ReplyState;
  /** As the editor kept it. */
  readonly layout: BodyLayout;
  readonly trail: Trail;
  readonly post: Post<ReplyToHost>;
}

export function ReplyApp({ state, post, trail, ...kept }: ReplyAppProps) {
  const [chosen, setChosen] = useState<BodyLayout>();
  useReplyFocus(state.kind === 'replied' || state.kind === 'problem' ? state.run.id : undefined);
  const layout = chosen ?? kept.layout;
  const onLayout = (next: BodyLayout) => {
    setChosen(next);
    post('setLayout', next);
  };
  return (
    <main class="page" data-state={state.kind}>
      {state.kind !== 'sending' && <TrailBar trail={trail} post={post} />}
      {view(state, { post, layout, onLayout })}
      <div class="visually-hidden" role="status" aria-live="polite">
        {announcement(state)}
      </div>
    </main>
  );
}

function view(state: ReplyState, frame: ReaderFrame) {
  switch (state.kind) {
    case 'empty':
      return (
        <EmptyState icon="send" title={t('No reply yet')}>
          <p>{t('Open a request and send it. What the server answers is shown here.')}</p>
        </EmptyState>
      );
    case 'sending':
      return (
        <div class="sending">
          <ProgressRing label={t('Sending')} />
          <div class="sending-text">
            <h1>{state.title}</h1>
            <p class="quiet">{state.target}</p>
          </div>
          <Elapsed passedMs={state.passedMs} />
          <Button onClick={() => frame.post('cancel', {})} icon="stop" action="cancel">
            {t('Cancel')}
          </Button>
        </div>
      );
    case 'problem':
      return <ProblemView key={state.run.id} state={state} frame={frame} />;
    case 'replied':
      return <RepliedView key={state.run.id} state={state} frame={frame} />;
  }
}

function announcement(state: ReplyState): string {
  switch (state.kind) {
    case 'empty':
      return '';
    case 'sending':
      return t('Sending {0}', state.title);
    case 'problem':
      return `${state.problem.title}. ${state.problem.nextStep}`;
    case 'replied':
      return `${outcomeWord(state)}: ${state.status} ${state.statusText}`;
  }
}

function outcomeWord({ isAnswer, failed }: Extract<ReplyState, { kind: 'replied' }>): string {
  if (!isAnswer) return t('Not the API’s answer');
  return failed ? t('Failed') : t('Succeeded');
}
