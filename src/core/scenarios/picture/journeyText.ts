import { t } from '@vscode/l10n';
import type { Journey, JourneyLane, JourneyStep } from '../../../protocol/pages/journey';
import { durationText } from '../../../protocol/words/durationText';
import { oneLine } from '../../quoting/oneLine';

/** In what is copied and read elsewhere. */
export function statusWord(status: JourneyStep['status']): string {
  return statusWords[status]();
}

const statusWords: Readonly<Record<JourneyStep['status'], () => string>> = {
  planned: () => t('Not run yet'),
  running: () => t('Running'),
  passed: () => t('Passed'),
  failed: () => t('Failed'),
  handled: () => t('Failed, and went on'),
  skipped: () => t('Skipped'),
};

/** A journey as plain text: its steps one below the other, with who takes part in each. */
export function journeyText(journey: Journey): string {
  const { workflowId, summary, lanes, steps } = journey;
  const head = summary === '' ? workflowId : `${workflowId}: ${summary}`;
  const width = String(steps.length).length;
  const lines = steps.flatMap((step, index) => stepLines(step, lanes, String(index + 1).padStart(width)));
  return [oneLine(head), outcomeLine(journey), ...journey.why.map(oneLine), '', ...lines].join('\n');
}

function outcomeLine({ outcome, startedAt, durationMs }: Journey): string {
  const word = statusWord(outcome);
  const became = durationMs === undefined ? word : t('{0} in {1}', word, durationText(durationMs));
  return [became, ...(startedAt === undefined ? [] : [t('started {0}', startedAt)])].join(', ');
}

function stepLines(step: JourneyStep, lanes: readonly JourneyLane[], number: string): readonly string[] {
  const indent = '  '.repeat(step.depth);
  const start = `${indent}${number}. `;
  const facts = [statusWord(step.status).toLowerCase(), ...timeFacts(step)].join(', ');
  const who = step.acts.map(({ lane, text }) => `${nameOf(lanes[lane])}: ${text}`);
  const further = [...(who.length > 0 ? [who.join('; ')] : [step.call]), ...step.why].map(oneLine);
  const inner = ' '.repeat(start.length);
  return [
    `${start}${oneLine(step.stepId)} – ${oneLine(step.title)} (${facts})`,
    ...further.map((line) => inner + line),
  ];
}

function timeFacts({ durationMs, attempts, rounds }: JourneyStep): readonly string[] {
  return [
    ...(durationMs === undefined ? [] : [durationText(durationMs)]),
    ...(attempts > 1 ? [t('{0} tries', attempts)] : []),
    ...(rounds > 1 ? [t('done {0} times', rounds)] : []),
  ];
}

export function nameOf(lane: JourneyLane | undefined): string {
  if (lane === undefined) return '';
  return lane.detail === undefined ? lane.title : `${lane.title} <${lane.detail}>`;
}
