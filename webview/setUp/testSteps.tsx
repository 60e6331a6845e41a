import { t } from '@vscode/l10n';
import type { SetUpStep, SetUpTest } from '../../src/protocol/pages/setUp';
import { Icon, type IconName } from '../ui/icon';
import { ProgressRing } from '../ui/progressRing';

function heading(kind: Exclude<SetUpTest['kind'], 'none'>): string {
  switch (kind) {
    case 'running':
      return t('Testing…');
    case 'passed':
      return t('It works');
    case 'failed':
      return t('It does not work yet');
    case 'stale':
      return t('Changed since it was tested');
  }
}

function lookOf(outcome: SetUpStep['outcome']): { readonly icon: IconName; readonly said: string } {
  switch (outcome) {
    case 'running':
      return { icon: 'circle', said: t('Running') };
    case 'passed':
      return { icon: 'check', said: t('Passed') };
    case 'warning':
      return { icon: 'warning', said: t('Warning') };
    case 'failed':
      return { icon: 'error', said: t('Failed') };
    case 'skipped':
      return { icon: 'skipped', said: t('Not tried') };
  }
}

/** One step after the other, as far as the test has come: the one that failed says what to do. */
export function TestSteps({ test: { kind, steps } }: { readonly test: SetUpTest }) {
  return (
    <section
      class={kind === 'none' ? 'test visually-hidden' : `test test-${kind}`}
      aria-live="polite"
      aria-label={t('Test')}
    >
      {kind !== 'none' && (
        <>
          <h2>{heading(kind)}</h2>
          <ol>
            {steps.map((step) => (
              <Step key={step.title} step={step} />
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

function Step({ step: { title, outcome, text, nextStep } }: { readonly step: SetUpStep }) {
  const { icon, said } = lookOf(outcome);
  return (
    <li class={`test-step test-step-${outcome}`} data-outcome={outcome}>
      {outcome === 'running' ? <ProgressRing label={t('Running')} small /> : <Icon name={icon} />}
      <div>
        <h3>
          {title}
          <span class="visually-hidden">: {said}</span>
        </h3>
        {text !== '' && text.split('\n').map((line) => <p key={line}>{line}</p>)}
        {nextStep !== undefined && <p class="test-next">{nextStep}</p>}
      </div>
    </li>
  );
}
