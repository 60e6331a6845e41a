import { t } from '@vscode/l10n';
import { sizeText } from '../../../src/protocol/words/sizeText';
import { TextButton } from '../../ui/controls/quietButton';
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
  if (size === 0) return <p class="quiet">{t('The body is empty.')}</p>;
  const save = (
    <TextButton icon="save" onClick={() => post('saveBody', {})} action="saveBody">
      {t('Save body…')}
    </TextButton>
  );
  if (body.language === 'none') {
    return (
      <div class="body-tools">
        <span>{t('No text: {0}.', sizeText(size))}</span>
        {save}
      </div>
    );
  }
  return (
    <BodyReader {...reader} side="reply" label={t('Body of the reply')}>
      {body.truncated && <span>{t('The beginning of {0}.', sizeText(size))}</span>}
      {canBeOpened && (
        <TextButton
          icon="file"
          onClick={() => post('openBody', { side: 'reply', pointer: '', find: '' })}
          action="openBody"
        >
          {body.truncated ? t('Open whole body in editor') : t('Open in editor')}
        </TextButton>
      )}
      {save}
    </BodyReader>
  );
}
