import { t } from '@vscode/l10n';
import type { ReplyState } from '../../src/protocol/reply';
import { durationText } from '../../src/protocol/words/durationText';
import { numberText } from '../../src/protocol/words/numberText';
import { sizeText } from '../../src/protocol/words/sizeText';
import { Chip, type Tone } from '../ui/chip';
import { TimeParts } from './timeParts';

export function StatusLine({ state }: { readonly state: Extract<ReplyState, { kind: 'replied' }> }) {
  const tone = toneOf(state.status, state.failed || !state.isAnswer);
  return (
    <div class="status-line">
      <Chip tone={tone} icon={tone === 'good' ? 'check' : tone === 'bad' ? 'error' : 'info'}>
        {`${state.status} ${state.statusText}`.trim()}
      </Chip>
      {!state.isAnswer && <span class="status-failed">{t('Not the API’s answer')}</span>}
      {state.isAnswer && state.failed && state.status < 400 && (
        <span class="status-failed">{t('The reply reports a failure')}</span>
      )}
      {state.timing === undefined ? (
        <span class="figure" title={t('From the first byte sent to the last byte received')}>
          {durationText(state.durationMs)}
        </span>
      ) : (
        <TimeParts durationMs={state.durationMs} timing={state.timing} />
      )}
      <SizeFigure size={state.size} wireSize={state.wireSize} />
    </div>
  );
}

function SizeFigure({ size, wireSize }: { readonly size: number; readonly wireSize: number | undefined }) {
  if (wireSize === undefined) {
    return (
      <span class="figure" title={t('{0} bytes of body', numberText(size))}>
        {sizeText(size)}
      </span>
    );
  }
  return (
    <span
      class="figure"
      title={t('{0} bytes of body, {1} as they came over the wire', numberText(size), numberText(wireSize))}
    >
      {t('{0} ({1} packed)', sizeText(size), sizeText(wireSize))}
    </span>
  );
}

function toneOf(status: number, failed: boolean): Tone {
  if (failed || status >= 400) return 'bad';
  return status >= 200 && status < 300 ? 'good' : 'warning';
}
