import { t } from '@vscode/l10n';
import { durationText } from '../../protocol/words/durationText';
import { type DiagnosisStep, stepTitle } from './diagnosis';

/** Headers tell whole seconds, and a reply takes its time: less than this says nothing. */
const toleratedMs = 60_000;

/** Tokens, signatures and certificates are judged by the clock. */
export function clockStep(skews: readonly number[]): DiagnosisStep {
  const step = { id: 'clock', title: stepTitle('clock') } as const;
  const [skew] = skews;
  if (skew === undefined) {
    return { ...step, verdict: 'notReached', detail: t('No reply came that tells the time of the server.') };
  }
  if (Math.abs(skew) <= toleratedMs) {
    return { ...step, verdict: 'passed', detail: t('This machine and the server agree on the time.') };
  }
  const difference = durationText(Math.abs(skew));
  return {
    ...{ ...step, verdict: 'warned' },
    detail:
      skew > 0
        ? t('This machine is {0} behind the server.', difference)
        : t('This machine is {0} ahead of the server.', difference),
    nextStep: t('Set the clock of this machine: tokens and certificates are judged by it.'),
  };
}
