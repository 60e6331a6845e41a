import type { NextStep } from '../../../src/protocol/reply';
import { Button } from '../../ui/controls/button';

export interface NextStepsProps {
  readonly steps: readonly NextStep[];
  readonly onTake: (index: number) => void;
}

/** Calls that the reply makes possible. One that is not possible yet says why. */
export function NextSteps({ steps, onTake }: NextStepsProps) {
  if (steps.length === 0) return null;
  return (
    <section class="block" aria-labelledby="next-steps">
      <h2 id="next-steps">Next steps</h2>
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
    </section>
  );
}
