import { TextButton } from '../../ui/controls/quietButton';
import { formatSize } from '../format';
import { BodyReader, type BodyReaderProps } from '../reader/bodyReader';

export interface BodyViewProps extends Omit<BodyReaderProps, 'side' | 'label' | 'children'> {
  /** Bytes of the whole body. */
  readonly size: number;
  /** There is more to be had than what is shown, and an editor can show it. */
  readonly canBeOpened: boolean;
}

/** The body of a reply. Of a large one the document in the editor is offered first. */
export function BodyView({ size, canBeOpened, ...reader }: BodyViewProps) {
  const { body, post } = reader;
  if (size === 0) return <p class="quiet">The body is empty.</p>;
  const save = (
    <TextButton icon="save" onClick={() => post('saveBody', {})} action="saveBody">
      Save body…
    </TextButton>
  );
  if (body.language === 'none') {
    return (
      <div class="body-tools">
        <span>{formatSize(size)} that are not text.</span>
        {save}
      </div>
    );
  }
  return (
    <BodyReader {...reader} side="reply" label="Body of the reply">
      {body.truncated && <span>The beginning of {formatSize(size)}.</span>}
      {canBeOpened && (
        <TextButton
          icon="file"
          onClick={() => post('openBody', { side: 'reply', pointer: '', find: '' })}
          action="openBody"
        >
          {body.truncated ? 'Open whole body in editor' : 'Open in editor'}
        </TextButton>
      )}
      {save}
    </BodyReader>
  );
}
