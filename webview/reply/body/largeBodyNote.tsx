import { t } from '@vscode/l10n';
import type { ReplyToHost } from '../../../src/protocol/messages';
import type { LargeBody } from '../../../src/protocol/reply';
import type { Post } from '../../host';
import { Callout } from '../../ui/callout';
import { TextButton } from '../../ui/controls/quietButton';

export interface LargeBodyNoteProps {
  readonly large: LargeBody;
  readonly post: Post<ReplyToHost>;
}

/** Where the rest of a body is that is larger than what is read. */
export function LargeBodyNote({ large: { text, isKept, canBeOpened }, post }: LargeBodyNoteProps) {
  return (
    <div class="large-body">
      <Callout kind={isKept ? 'info' : 'warning'}>
        <p>{text}</p>
        {isKept && !canBeOpened && <p>{t('It is too large for an editor: save it, or look at the file itself.')}</p>}
        <div class="body-tools">
          {isKept && (
            <TextButton icon="file" onClick={() => post('revealBody', {})} action="revealBody">
              {t('Show the file')}
            </TextButton>
          )}
          <TextButton
            icon="edit"
            onClick={() => post('changeLimit', { limit: 'maxReplyMegabytes' })}
            action="changeLimit"
          >
            {t('Change how much is read…')}
          </TextButton>
        </div>
      </Callout>
    </div>
  );
}
