import { t } from '@vscode/l10n';
import type { FormToHost } from '../../../src/protocol/messages';
import type { FormState } from '../../../src/protocol/pages/formState';
import type { Post } from '../../host';
import { Button } from '../../ui/controls/button';
import { EmptyState } from '../../ui/emptyState';

/** Instead of a form, where there never was a request that one could be made of. */
export function Unreadable({
  state,
  post,
}: {
  readonly state: Extract<FormState, { kind: 'unreadable' }>;
  readonly post: Post<FormToHost>;
}) {
  const { operations = [] } = state;
  return (
    <main class="page">
      <EmptyState icon="error" title={state.title}>
        {state.message.split('\n').map((line) => (
          <p key={line}>{line}</p>
        ))}
        <p>{state.nextStep}</p>
        {operations.map((id, index) => (
          <Button
            key={id}
            primary={index === 0}
            onClick={() => post('chooseOperation', { id })}
            action="chooseOperation"
          >
            {id}
          </Button>
        ))}
        {state.mend !== undefined && (
          <Button primary icon="edit" onClick={() => post('mendText', {})} action="mendText">
            {state.mend}
          </Button>
        )}
        <Button
          primary={state.mend === undefined && operations.length === 0}
          icon="json"
          onClick={() => post('openAsText', {})}
          action="openAsText"
        >
          {t('Open as text')}
        </Button>
      </EmptyState>
    </main>
  );
}
