import { t } from '@vscode/l10n';
import type { InboxEventToHost } from '../../src/protocol/messages';
import type { LostEvent } from '../../src/protocol/pages/inbox';
import type { Post } from '../host';
import { Button } from '../ui/controls/button';
import { EmptyState } from '../ui/emptyState';

export interface LostEventViewProps {
  readonly lost: LostEvent;
  readonly post: Post<InboxEventToHost>;
}

/** In the place of an event whose window was closed. */
export function LostEventView({ lost: { title, receivedAt }, post }: LostEventViewProps) {
  return (
    <main class="page event-page">
      <EmptyState icon="warning" title={t('{0} is no longer in the inbox', title)}>
        <p>
          {t(
            'It was received on {0}. Events are kept in memory alone, and this one went when the window was closed or loaded again.',
            receivedAt,
          )}
        </p>
        <Button primary onClick={() => post('receive', {})} action="receive">
          {t('Receive webhooks')}
        </Button>
      </EmptyState>
    </main>
  );
}
