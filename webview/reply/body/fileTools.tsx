import type { ReplyToHost } from '../../../src/protocol/messages';
import type { Post } from '../../host';
import { TextButton } from '../../ui/controls/quietButton';

/** What can be done with a body that is a file. */
export function FileTools({ post }: { readonly post: Post<ReplyToHost> }) {
  return (
    <>
      <TextButton icon="openExternal" onClick={() => post('openFile', {})} action="openFile">
        Open
      </TextButton>
      <TextButton icon="save" onClick={() => post('saveBody', {})} action="saveBody">
        Save as…
      </TextButton>
    </>
  );
}
