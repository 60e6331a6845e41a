import { t } from '@vscode/l10n';
import type { SetUpStep, SetUpTest } from '../../src/protocol/pages/setUp';
import { Icon, type IconName } from '../ui/icon';
import { ProgressRing } from '../ui/progressRing';

const headings: Readonly<Record<SetUpTest['kind'], string>> = {
  none: '',
  running: t('Testing…'),
  passed: t('It works'),
  failed: t('It does not work yet'),
  stale: t('Changed since it was tested'),
};

const looks: Readonly<Record<SetUpStep['outcome'], { readonly icon: IconName; readonly said: string }>> = {
  running: { icon: 'circle', said: t('Running') },
  passed: { icon: 'check', said: t('Passed') },
  warning: { icon: 'warning', said: t('Warning') },
  failed: { icon: 'error', said: t('Failed') },
  skipped: { icon: 'skipped', said: t('Not tried') },
};

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
          <h2>{headings[kind]}</h2>
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
  const { icon, said } = looks[outcome];
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
