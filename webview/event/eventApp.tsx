import { t } from '@vscode/l10n';
import type { InboxEventToHost } from '../../src/protocol/messages';
import type { InboxEventState, ShownProof } from '../../src/protocol/pages/inbox';
import type { HeaderLine } from '../../src/protocol/reply';
import type { Post } from '../host';
import { Callout } from '../ui/callout';
import { Button } from '../ui/controls/button';
import { NamedValues } from '../ui/namedValues';

export interface EventAppProps {
  readonly state: InboxEventState;
  readonly post: Post<InboxEventToHost>;
}

export function EventApp({ state, post }: EventAppProps) {
  const { title, facts, headers, payload, isCut, proof, takesSecret } = state;
  return (
    <main class="page event-page">
      <h1>{title}</h1>
      <Facts facts={facts} label={t('The event')} />
      <div class="event-tools">
        <Button primary onClick={() => post('replay', {})} icon="replay" action="replay">
          {t('Replay…')}
        </Button>
        <Button onClick={() => post('save', {})} icon="save" action="save">
          {t('Save payload…')}
        </Button>
        <Button onClick={() => post('useInScenario', {})} icon="add" action="useInScenario">
          {t('Use in a scenario')}
        </Button>
        {takesSecret && (
          <Button onClick={() => post('enterSecret', {})} icon="edit" action="enterSecret">
            {t('Enter secret…')}
          </Button>
        )}
      </div>
      <Proof proof={proof} />
      <section class="block" aria-labelledby="payload">
        <h2 id="payload">{t('Payload')}</h2>
        <p class="quiet">
          {isCut
            ? t('Its beginning, laid out for reading, with links and secrets masked.')
            : t('Laid out for reading, with links and secrets masked.')}{' '}
          {t('Saved and replayed, it is byte for byte as it came.')}
        </p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is longer than the frame is scrolled to by keys, too. */}
        <section class="event-payload" tabIndex={0} aria-label={t('Payload as text')}>
          <pre>{payload === '' ? t('Empty.') : payload}</pre>
        </section>
      </section>
      <section class="block" aria-labelledby="headers">
        <h2 id="headers">{t('Headers')}</h2>
        <Facts facts={headers} label={t('Headers of the event')} />
      </section>
    </main>
  );
}

function verdictWords(verdict: ShownProof['verdict']): string {
  switch (verdict) {
    case 'holds':
      return t('The proof holds');
    case 'fails':
      return t('The proof does not hold');
    case 'unknown':
      return t('Not proved');
  }
}

const kinds = { holds: 'info', fails: 'error', unknown: 'warning' } as const;

function Proof({ proof: { verdict, text, facts, mistakes } }: { readonly proof: ShownProof }) {
  return (
    <section class="block" aria-labelledby="proof" data-verdict={verdict}>
      <h2 id="proof">{verdictWords(verdict)}</h2>
      <Callout kind={kinds[verdict]} icon={verdict === 'holds' ? 'check' : kinds[verdict]}>
        <p>{text}</p>
        {mistakes.length > 1 && (
          <ul class="event-mistakes">
            {mistakes.map((mistake) => (
              <li key={mistake}>{mistake}</li>
            ))}
          </ul>
        )}
      </Callout>
      <Facts facts={facts} label={t('How it was checked')} />
    </section>
  );
}

function Facts({ facts, label }: { readonly facts: readonly HeaderLine[]; readonly label: string }) {
  if (facts.length === 0) return null;
  return <NamedValues class="event-facts" label={label} values={facts} />;
}
