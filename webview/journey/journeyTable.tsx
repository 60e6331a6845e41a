import { t } from '@vscode/l10n';
import type { JourneyToHost } from '../../src/protocol/messages';
import type { Journey, JourneyLane, JourneyStep } from '../../src/protocol/pages/journey';
import { durationText } from '../../src/protocol/words/durationText';
import type { Post } from '../host';
import { IconButton, TextButton } from '../ui/controls/quietButton';
import { Icon, type IconName } from '../ui/icon';
import { ProgressRing } from '../ui/progressRing';
import { laneCells } from './laneCells';
import { statusIcons, statusWord } from './statusLooks';
import { useNarrow } from './useNarrow';

export interface JourneyTableProps {
  readonly journey: Journey;
  readonly post: Post<JourneyToHost>;
}

/** A row for each step, a column for each who takes part: read from top to bottom it is the journey. */
export function JourneyTable({ journey: { lanes, steps, workflowId }, post }: JourneyTableProps) {
  const isNarrow = useNarrow(spaceFor(lanes.length));
  return (
    <table class={isNarrow ? 'journey as-list' : 'journey'}>
      <caption class="visually-hidden">{t('Steps of {0}, and who takes part in each', workflowId)}</caption>
      <thead>
        <tr>
          <th scope="col">{t('Step')}</th>
          {lanes.map((lane, index) => (
            <th key={index} scope="col" class="lane-head">
              <LaneHead lane={lane} />
            </th>
          ))}
          <th scope="col" class="time">
            {t('Time')}
          </th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step, index) => (
          <StepRow key={step.stepId} step={step} lanes={lanes} index={index} post={post} />
        ))}
      </tbody>
    </table>
  );
}

/** In pixels: the least in which each lane is as wide as a word or a part of an address. */
function spaceFor(laneCount: number): number {
  return 230 + laneCount * 90;
}

const laneIcons: Readonly<Record<JourneyLane['kind'], IconName>> = { api: 'json', person: 'person', emulator: 'clock' };

function LaneHead({ lane: { kind, title, detail } }: { readonly lane: JourneyLane }) {
  return (
    <span class="lane-name">
      <Icon name={laneIcons[kind]} />
      <span class="lane-title">{breakable(title)}</span>
      {detail !== undefined && <span class="lane-detail">{breakable(detail)}</span>}
    </span>
  );
}

/** An address goes on in the next line behind its signs rather than within a word. */
function breakable(text: string) {
  return text.split(/(?<=[@._-])/).flatMap((part, index) => (index === 0 ? [part] : [<wbr key={index} />, part]));
}

interface StepRowProps {
  readonly step: JourneyStep;
  readonly lanes: readonly JourneyLane[];
  readonly index: number;
  readonly post: Post<JourneyToHost>;
}

function StepRow({ step, lanes, index, post }: StepRowProps) {
  return (
    <tr
      class={`step-row step-${step.status} depth-${Math.min(step.depth, 3)}`}
      data-step={step.stepId}
      data-status={step.status}
    >
      <th scope="row" class="step-cell">
        <StepHead step={step} index={index} post={post} />
      </th>
      {laneCells(step.acts, lanes.length).map(({ acts, comesFromLeft, goesToRight }, lane) => (
        <td
          key={lane}
          class={['lane', acts.length > 0 && 'taken', comesFromLeft && 'from-left', goesToRight && 'to-right']
            .filter(Boolean)
            .join(' ')}
        >
          {acts.length > 0 && <span class="lane-of">{lanes[lane]?.title}</span>}
          {acts.map(({ kind, text }) => (
            <span key={text} class={`act act-${kind}`}>
              {text}
            </span>
          ))}
        </td>
      ))}
      <td class="time">
        <StepTime step={step} />
      </td>
    </tr>
  );
}

function StepHead({ step, index, post }: Omit<StepRowProps, 'lanes'>) {
  const { stepId, title, call, status, why, hasReply } = step;
  const name = stepId.slice(stepId.lastIndexOf('/') + 1);
  return (
    <div class="step-head">
      <span class={`step-status status-${status}`} title={statusWord(status)}>
        {status === 'running' ? <ProgressRing label={t('Running')} small /> : <Icon name={statusIcons[status]} />}
        <span class="visually-hidden">{`${statusWord(status)}:`}</span>
      </span>
      <div class="step-about">
        <TextButton onClick={() => post('revealStep', { index })} title={t('Show in the file')} action="revealStep">
          {name}
        </TextButton>
        <p class="step-title">{title}</p>
        <p class="call quiet" title={call}>
          {call}
        </p>
        {why.length > 0 && (
          <ul class="step-why">
            {why.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
      </div>
      {hasReply && (
        <IconButton
          icon="eye"
          label={t('Show reply of {0}', name)}
          onClick={() => post('openReply', { index })}
          action="openReply"
        />
      )}
    </div>
  );
}

function StepTime({ step: { durationMs, startedAfterMs, attempts, rounds } }: { readonly step: JourneyStep }) {
  return (
    <>
      {durationMs !== undefined && <span class="figure">{durationText(durationMs)}</span>}
      {startedAfterMs !== undefined && <span class="quiet">{t('at +{0}', durationText(startedAfterMs))}</span>}
      {attempts > 1 && <span class="quiet">{t('{0} tries', attempts)}</span>}
      {rounds > 1 && <span class="quiet">{t('{0} times', rounds)}</span>}
    </>
  );
}
