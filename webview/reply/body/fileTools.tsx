import { t } from '@vscode/l10n';
import type { ReplyToHost } from '../../../src/protocol/messages';
import type { Post } from '../../host';
import { TextButton } from '../../ui/controls/quietButton';

/** What can be done with a body that is a file. */
export function FileTools({ post }: { readonly post: Post<ReplyToHost> }) {
  return (
    <>
      <TextButton icon="openExternal" onClick={() => post('openFile', {})} action="openFile">
        {t('Open')}
      </TextButton>
      <TextButton icon="save" onClick={() => post('saveBody', {})} action="saveBody">
        {t('Save as…')}
      </TextButton>
    </>
  );
}
