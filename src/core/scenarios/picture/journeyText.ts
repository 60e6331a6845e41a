import type { Journey, JourneyLane, JourneyStep } from '../../../protocol/pages/journey';
import { durationText } from '../../../protocol/words/durationText';
import { oneLine } from '../../quoting/oneLine';

/** In what is copied and read elsewhere. */
export const statusWords: Readonly<Record<JourneyStep['status'], string>> = {
  planned: 'Not run yet',
  running: 'Running',
  passed: 'Passed',
  failed: 'Failed',
  handled: 'Failed, and went on',
  skipped: 'Skipped',
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
  const lasted = durationMs === undefined ? '' : ` in ${durationText(durationMs)}`;
  const started = startedAt === undefined ? '' : `, started ${startedAt}`;
  return `${statusWords[outcome]}${lasted}${started}`;
}

function stepLines(step: JourneyStep, lanes: readonly JourneyLane[], number: string): readonly string[] {
  const indent = '  '.repeat(step.depth);
  const start = `${indent}${number}. `;
  const facts = [statusWords[step.status].toLowerCase(), ...timeFacts(step)].join(', ');
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
    ...(attempts > 1 ? [`${attempts} tries`] : []),
    ...(rounds > 1 ? [`done ${rounds} times`] : []),
  ];
}

export function nameOf(lane: JourneyLane | undefined): string {
  if (lane === undefined) return '';
  return lane.detail === undefined ? lane.title : `${lane.title} <${lane.detail}>`;
}
