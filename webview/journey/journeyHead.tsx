import { t } from '@vscode/l10n';
import type { JourneyToHost } from '../../src/protocol/messages';
import type { Journey } from '../../src/protocol/pages/journey';
import { durationText } from '../../src/protocol/words/durationText';
import type { Post } from '../host';
import { moment } from '../moment';
import { Chip } from '../ui/chip';
import { Button } from '../ui/controls/button';
import { Dropdown } from '../ui/controls/dropdown';
import { ProgressRing } from '../ui/progressRing';
import { sentence } from '../ui/sentence';
import { statusIcons, statusTones, statusWord } from './statusLooks';

export interface JourneyHeadProps {
  readonly journey: Journey;
  readonly post: Post<JourneyToHost>;
}

/** Which workflow it is, what came of it, and what can be done with its picture. */
export function JourneyHead({ journey, post }: JourneyHeadProps) {
  const { file, workflowId, workflows, summary, outcome, startedAt, durationMs } = journey;
  const isRunning = outcome === 'running';
  return (
    <header class="journey-head">
      <div class="journey-title">
        <p class="eyebrow">{file}</p>
        <h1>{workflowId}</h1>
        {summary !== '' && <p class="quiet">{summary}</p>}
      </div>
      <div class="journey-actions">
        {workflows.length > 1 && (
          <div class="journey-choice">
            <Dropdown
              label={t('Workflow')}
              value={workflowId}
              options={workflows.map((id) => ({ value: id, label: id }))}
              onChange={(id) => post('chooseWorkflow', { workflowId: id })}
            />
          </div>
        )}
        <Button onClick={() => post('run', {})} icon="play" primary disabled={isRunning} action="run">
          {t('Run')}
        </Button>
        <Button onClick={() => post('copyText', {})} icon="copy" action="copyText">
          {t('Copy as Text')}
        </Button>
        <Button onClick={() => post('copyDiagram', {})} icon="copy" action="copyDiagram">
          {t('Copy as Mermaid')}
        </Button>
      </div>
      <div class="journey-outcome">
        <Chip tone={statusTones[outcome]} icon={isRunning ? undefined : statusIcons[outcome]}>
          {statusWord(outcome)}
        </Chip>
        {isRunning && <ProgressRing label={t('Running')} small />}
        {durationMs !== undefined && <span class="figure">{durationText(durationMs)}</span>}
        {startedAt !== undefined && (
          <span class="quiet">{sentence(t('Started {0}'), <time dateTime={startedAt}>{moment(startedAt)}</time>)}</span>
        )}
      </div>
    </header>
  );
}
