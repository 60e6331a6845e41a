import type { BodyPreview } from '../../../src/protocol/reply';
import { TextButton } from '../../ui/controls/quietButton';
import { formatSize } from '../format';
import { BodyText } from './bodyText';

export interface BodyViewProps {
  readonly body: BodyPreview;
  /** Bytes of the whole body. */
  readonly size: number;
  /** There is more to be had than what is shown, and an editor can show it. */
  readonly canBeOpened: boolean;
  readonly onOpen: () => void;
  readonly onSave: () => void;
}

export function BodyView({ body, size, canBeOpened, onOpen, onSave }: BodyViewProps) {
  if (size === 0) return <p class="quiet">The body is empty.</p>;
  const shown = body.language !== 'none';
  return (
    <>
      <div class="body-tools">
        {!shown && <span>{formatSize(size)} that are not text.</span>}
        {body.truncated && <span>The beginning of {formatSize(size)}.</span>}
        {shown && canBeOpened && (
          <TextButton icon="file" onClick={onOpen} action="openBody">
            {body.truncated ? 'Open whole body in editor' : 'Open in editor'}
          </TextButton>
        )}
        <TextButton icon="save" onClick={onSave} action="saveBody">
          Save body…
        </TextButton>
      </div>
      {shown && <BodyText body={body} label="Body of the reply" />}
    </>
  );
}
