import { t } from '@vscode/l10n';
import type { BrokenText } from '../../../src/protocol/pages/formState';
import { Callout } from '../../ui/callout';
import { Button } from '../../ui/controls/button';

export interface BrokenNoteProps {
  readonly broken: BrokenText;
  readonly onShow: () => void;
  readonly onMend: () => void;
}

/** Above a form whose text is no request at the moment: where it breaks, and the ways back. */
export function BrokenNote({ broken, onShow, onMend }: BrokenNoteProps) {
  const { title, message, at, mend } = broken;
  return (
    <div class="broken-note" role="alert">
      <Callout kind="error">
        <p>
          <strong>{title}</strong>
        </p>
        {message.split('\n').map((line) => (
          <p key={line}>{line}</p>
        ))}
        <p>
          {t('The form shows the last values that could be read. It can be filled in again when the text is in order.')}
        </p>
        <div class="broken-actions">
          {mend !== undefined && (
            <Button primary icon="edit" onClick={onMend} action="mendText">
              {mend}
            </Button>
          )}
          <Button primary={mend === undefined} icon="json" onClick={onShow} action="revealBroken">
            {at === undefined ? t('Show the text') : t('Go to line {0}', at.line)}
          </Button>
        </div>
      </Callout>
    </div>
  );
}
