import { t } from '@vscode/l10n';
import type { NextStep } from '../../../src/protocol/reply';
import { Button } from '../../ui/controls/button';

export interface NextStepsProps {
  readonly steps: readonly NextStep[];
  readonly onTake: (index: number) => void;
  readonly onTakeAll: (indexes: readonly number[]) => void;
}

/** Calls that the reply makes possible. One that is not possible yet says why. */
export function NextSteps({ steps, onTake, onTakeAll }: NextStepsProps) {
  if (steps.length === 0) return null;
  return (
    <section class="block" aria-labelledby="next-steps">
      <h2 id="next-steps">{t('Next steps')}</h2>
      <ul class="next-steps">
        {steps.map((step, index) => (
          <li key={`${step.title} ${step.subject}`} class={step.enabled ? 'step' : 'step step-blocked'}>
            <div class="step-about">
              <p class="step-subject">{step.subject || step.title}</p>
              {step.note !== undefined && <p class="quiet">{step.note}</p>}
            </div>
            <Button
              onClick={() => onTake(index)}
              disabled={!step.enabled}
              title={step.enabled ? undefined : step.note}
              label={step.subject ? `${step.title}: ${step.subject}` : undefined}
              action="takeNextStep"
            >
              {step.title}
            </Button>
          </li>
        ))}
      </ul>
      {groupsOf(steps).map(({ title, alike }) => (
        <p key={alike[0]} class="steps-all">
          <Button onClick={() => onTakeAll(alike)} action="takeNextSteps">
            {t('{0}: all {1}', title, alike.length)}
          </Button>
          <span class="quiet">{t('One after another. Go back and forth between their replies at the top.')}</span>
        </p>
      ))}
    </section>
  );
}

/** Once for each group, by its first step. */
function groupsOf(steps: readonly NextStep[]): readonly NextStep[] {
  return steps.filter(({ alike }, index) => alike[0] === index);
}
