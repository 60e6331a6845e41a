import { t } from '@vscode/l10n';
import type { Journey, JourneyAct, JourneyLane, JourneyStep } from '../../../protocol/pages/journey';

import { durationText } from '../../../protocol/words/durationText';
import { oneLine } from '../../quoting/oneLine';
import { nameOf, statusWord } from './journeyText';

/** A journey as a sequence diagram of Mermaid, which issues and pages of repositories draw. */
export function journeyDiagram(journey: Journey): string {
  const { workflowId, lanes, steps } = journey;
  const participants = lanes.map((lane, index) => `  ${wordFor(lane)} ${idOf(index)} as ${escaped(nameOf(lane))}`);
  const lines = steps.flatMap((step) => stepLines(step, lanes)).map((line) => `  ${line}`);
  const title = `  title ${escaped(`${workflowId} (${statusWord(journey.outcome).toLowerCase()})`)}`;
  return ['sequenceDiagram', title, `  participant ${you} as ${escaped(t('You'))}`, ...participants, ...lines, ''].join(
    '\n',
  );
}

const you = 'you';

function wordFor({ kind }: JourneyLane): string {
  return kind === 'person' ? 'actor' : 'participant';
}

function stepLines(step: JourneyStep, lanes: readonly JourneyLane[]): readonly string[] {
  const time = step.durationMs === undefined ? '' : ` (${durationText(step.durationMs)})`;
  const name = escaped(`${signs[step.status]}${step.stepId}`);
  const [first, ...others] = step.acts;
  if (first === undefined) return [`Note over ${you}: ${name}: ${escaped(step.call)}${time}`, ...notes(step, 0)];
  return [
    `${arrow(first, lanes, true)}: ${name}: ${escaped(first.text)}${time}`,
    ...others.map((act) => `${arrow(act, lanes, false)}: ${escaped(act.text)}`),
    ...notes(step, first.lane),
  ];
}

const signs: Readonly<Record<JourneyStep['status'], string>> = {
  planned: '',
  running: '… ',
  passed: '✓ ',
  failed: '✗ ',
  handled: '✗ ',
  skipped: '– ',
};

/** A recipient acts on the API, whose emulator it is; all else is done by whoever runs the journey. */
function arrow({ lane, kind }: JourneyAct, lanes: readonly JourneyLane[], isFirst: boolean): string {
  const api = lanes.findIndex((one) => one.kind === 'api');
  const server = api < 0 ? you : idOf(api);
  if (kind === 'acts') return `${idOf(lane)}->>${server}`;
  if (isFirst) return `${you}->>${idOf(lane)}`;
  return `${server}-->>${idOf(lane)}`;
}

function notes({ why }: JourneyStep, lane: number): readonly string[] {
  return why.map((line) => `Note over ${idOf(lane)}: ${escaped(line)}`);
}

function idOf(lane: number): string {
  return `p${lane + 1}`;
}

/** Signs that end a text of Mermaid, or start markup in one, as its own entities. */
function escaped(text: string): string {
  return oneLine(text).replace(/[#;<>%]/g, (sign) => `#${sign.charCodeAt(0)};`);
}
