import { t } from '@vscode/l10n';
import type { JourneyToHost } from '../../src/protocol/messages';
import type { JourneyState } from '../../src/protocol/pages/journey';
import type { Post } from '../host';
import { Callout } from '../ui/callout';
import { EmptyState } from '../ui/emptyState';
import { JourneyHead } from './journeyHead';
import { JourneyTable } from './journeyTable';
import { statusWord } from './statusLooks';

export interface JourneyAppProps {
  readonly state: JourneyState;
  readonly post: Post<JourneyToHost>;
}

export function JourneyApp({ state, post }: JourneyAppProps) {
  return (
    <main class="page journey-page" data-state={state.kind}>
      {view(state, post)}
      <div class="visually-hidden" role="status" aria-live="polite">
        {announcement(state)}
      </div>
    </main>
  );
}

function view(state: JourneyState, post: Post<JourneyToHost>) {
  switch (state.kind) {
    case 'empty':
      return (
        <EmptyState icon="link" title={t('No journey yet')}>
          <p>{t('Open a scenario and choose Show Journey above one of its workflows.')}</p>
        </EmptyState>
      );
    case 'unreadable':
      return (
        <EmptyState icon="warning" title={t('{0} cannot be drawn', state.file)}>
          <p>{state.message}</p>
        </EmptyState>
      );
    case 'journey':
      return (
        <>
          <JourneyHead journey={state} post={post} />
          {state.why.length > 0 && (
            <Callout kind={state.outcome === 'failed' ? 'error' : 'info'}>
              {state.why.map((line) => (
                <p key={line}>{line}</p>
              ))}
            </Callout>
          )}
          <JourneyTable journey={state} post={post} />
        </>
      );
  }
}

/** Which step runs is seen; only what came of them is worth an interruption. */
function announcement(state: JourneyState): string {
  if (state.kind !== 'journey' || state.outcome === 'planned') return '';
  return `${state.workflowId}: ${statusWord(state.outcome)}`;
}
