import { t } from '@vscode/l10n';
import { useContext } from 'preact/hooks';
import type { FileField } from '../../../src/protocol/form';
import { sizeText } from '../../../src/protocol/words/sizeText';
import { Button } from '../../ui/controls/button';
import { TextField } from '../../ui/controls/textField';
import { Icon } from '../../ui/icon';
import { FieldFrame, type FrameIds } from '../frame/fieldFrame';
import { typedProps } from '../frame/typedProps';
import { AttachmentsContext, useSession } from '../state/formContexts';
import { useDraft } from '../state/useDraft';
import type { FieldProps } from './fieldProps';
import { emptyText, readText, textOf } from './scalarText';

export function FileInput({ field, place, onRemove }: FieldProps<FileField>) {
  const { pointer, value } = place;
  const session = useSession();
  const taken = useContext(AttachmentsContext)[pointer];
  const embedded = typeof value === 'string' ? embeddedFile(value) : undefined;
  const draft = useDraft({
    place,
    read: (text) => readText(text, emptyText(field.key === '' || field.required)),
    write: textOf,
  });
  const path = (frame: FrameIds) => (
    <TextField
      label={field.label}
      {...typedProps(field, frame, draft)}
      placeholder={
        field.extensions.length > 0 ? field.extensions.map((extension) => `.${extension}`).join(', ') : t('Path')
      }
    />
  );
  return (
    <FieldFrame field={field} place={place} wide onRemove={onRemove}>
      {(frame) => (
        <div class="file">
          {embedded === undefined ? path(frame) : <EmbeddedFile text={embedded} />}
          <Button onClick={() => session.chooseFile(pointer)} action="chooseFile">
            {value === undefined || value === '' ? t('Choose…') : t('Change…')}
          </Button>
          {taken !== undefined && (
            <p class="file-taken" aria-live="polite">
              {t('Takes {0}', taken)}
            </p>
          )}
        </div>
      )}
    </FieldFrame>
  );
}

function EmbeddedFile({ text }: { readonly text: string }) {
  return (
    <span class="file-embedded">
      <Icon name="file" />
      {text}
    </span>
  );
}

/** A data: URI in words: its whole text is of no use in a field. */
function embeddedFile(value: string): string | undefined {
  const match = /^data:([^;,]*)(;base64)?,/.exec(value);
  if (!match) return undefined;
  const length = value.length - match[0].length;
  const bytes = match[2] === undefined ? length : Math.floor((length * 3) / 4);
  return t('Embedded in the request · {0} · about {1}', match[1] || 'text/plain', sizeText(bytes));
}
