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
  const { title, facts, headers, proof } = state;
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
      </div>
      <Proof proof={proof} enterSecret={state.takesSecret ? () => post('enterSecret', {}) : undefined} />
      <Payload state={state} />
      <section class="block" aria-labelledby="headers">
        <h2 id="headers">{t('Headers')}</h2>
        <Facts facts={headers} label={t('Headers of the event')} />
      </section>
    </main>
  );
}

function Payload({ state: { payload, isCut, isJson } }: Pick<EventAppProps, 'state'>) {
  return (
    <section class="block" aria-labelledby="payload">
      <h2 id="payload">{t('Payload')}</h2>
      {payload === '' ? (
        <p class="quiet">{t('It has none.')}</p>
      ) : (
        <>
          <p class="quiet">
            {shownAs(isCut, isJson)} {t('Saved and replayed, it is byte for byte as it came.')}
          </p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is longer than the frame is scrolled to by keys, too. */}
          <section class="event-payload" tabIndex={0} aria-label={t('Payload as text')}>
            <pre>{payload}</pre>
          </section>
        </>
      )}
    </section>
  );
}

function shownAs(isCut: boolean, isJson: boolean): string {
  if (!isJson) return isCut ? t('Its beginning, with links and secrets masked.') : t('With links and secrets masked.');
  return isCut
    ? t('Its beginning, laid out for reading, with links and secrets masked.')
    : t('Laid out for reading, with links and secrets masked.');
}

function verdictWords(verdict: ShownProof['verdict']): string {
  switch (verdict) {
    case 'holds':
      return t('The proof holds');
    case 'fails':
      return t('The proof does not hold');
    case 'missing':
      return t('The proof is missing');
    case 'unknown':
      return t('Not checked');
  }
}

const kinds = { holds: 'info', fails: 'error', missing: 'error', unknown: 'warning' } as const;

interface ProofProps {
  readonly proof: ShownProof;
  readonly enterSecret: (() => void) | undefined;
}

function Proof({ proof: { verdict, text, facts, mistakes }, enterSecret }: ProofProps) {
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
      {enterSecret && (
        <div class="event-tools">
          <Button onClick={enterSecret} icon="edit" action="enterSecret">
            {t('Enter secret…')}
          </Button>
        </div>
      )}
      <Facts facts={facts} label={t('How it was checked')} />
    </section>
  );
}

function Facts({ facts, label }: { readonly facts: readonly HeaderLine[]; readonly label: string }) {
  if (facts.length === 0) return null;
  return <NamedValues class="event-facts" label={label} values={facts} />;
}
