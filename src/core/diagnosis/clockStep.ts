import { durationText } from '../../protocol/words/durationText';
import { type DiagnosisStep, stepTitles } from './diagnosis';

/** Headers tell whole seconds, and a reply takes its time: less than this says nothing. */
const toleratedMs = 60_000;

/** Tokens, signatures and certificates are judged by the clock. */
export function clockStep(skews: readonly number[]): DiagnosisStep {
  const step = { id: 'clock', title: stepTitles.clock } as const;
  const [skew] = skews;
  if (skew === undefined) {
    return { ...step, verdict: 'notReached', detail: 'No reply came that tells the time of the server.' };
  }
  if (Math.abs(skew) <= toleratedMs) {
    return { ...step, verdict: 'passed', detail: 'This machine and the server agree on the time.' };
  }
  const direction = skew > 0 ? 'behind' : 'ahead of';
  return {
    ...{ ...step, verdict: 'warned' },
    detail: `This machine is ${durationText(Math.abs(skew))} ${direction} the server.`,
    nextStep: 'Set the clock of this machine: tokens and certificates are judged by it.',
  };
}
