import type { DocumentDetail } from '../documents';
import type { Run } from '../sending/run';
import { followedSteps, isAbout } from './followedSteps';

/** The run with what is possible now that the document has changed; undefined where it is of another document. */
export function followedRun(run: Run, detail: DocumentDetail): Run | undefined {
  if (run.outcome.kind !== 'replied' || run.outcome.reading.failed) return undefined;
  const { reading } = run.outcome;
  if (!isAbout(run.request, detail) && !reading.nextSteps.some((step) => isAbout(step, detail))) return undefined;
  const nextSteps = followedSteps(reading.nextSteps, detail) ?? reading.nextSteps;
  return { ...run, outcome: { ...run.outcome, reading: { ...reading, nextSteps } } };
}
