import { t } from '@vscode/l10n';
import type { ReplyToHost } from '../../src/protocol/messages';
import type { DifferenceLine } from '../../src/protocol/reply';
import type { Post } from '../host';
import { Chip } from '../ui/chip';
import { TextButton } from '../ui/controls/quietButton';

export interface DifferenceListProps {
  readonly differences: readonly DifferenceLine[];
  readonly onShow: (pointer: string) => void;
  readonly post: Post<ReplyToHost>;
}

/** Where the reply differs from its documentation; each leads to its place in the body. */
export function DifferenceList({ differences, onShow, post }: DifferenceListProps) {
  return (
    <>
      <div class="body-tools">
        <TextButton icon="copy" onClick={() => post('copyDifferences', {})} action="copyDifferences">
          {t('Copy as Markdown')}
        </TextButton>
        <TextButton icon="save" onClick={() => post('saveDifferences', {})} action="saveDifferences">
          {t('Save as JSON…')}
        </TextButton>
      </div>
      <ul class="differences" aria-label={t('Differences from the documentation')}>
        {differences.map(({ isDeparture, title, place, pointer, text }) => (
          <li key={`${title} ${place} ${text}`}>
            <Chip tone={isDeparture ? 'warning' : 'neutral'}>{title}</Chip>
            <span class="difference-place">
              <TextButton onClick={() => onShow(pointer)} title={t('Show in the body')} action="showDifference">
                {place}
              </TextButton>
            </span>
            <span class="quiet">{text}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
