import { t } from '@vscode/l10n';
import { useRef, useState } from 'preact/hooks';
import type { TextField as TextFieldModel } from '../../../src/protocol/form';
import type { JsonValue } from '../../../src/protocol/json';
import { isObject } from '../../../src/protocol/jsonKinds';
import { IconButton } from '../../ui/controls/quietButton';
import { TextField } from '../../ui/controls/textField';
import type { FieldProps } from '../fields/fieldProps';
import { readText } from '../fields/scalarText';
import { FieldFrame } from '../frame/fieldFrame';
import { typedProps } from '../frame/typedProps';
import { useDraft } from '../state/useDraft';

function placeholderOf(mark: JsonValue | undefined): string {
  if (mark === 'kept') return t('Kept. Type to replace it.');
  return mark === 'typed' ? t('Typed, and not shown again. Type to replace it.') : '';
}

/** A secret that is typed here and shown nowhere: what comes back from the host only says whether there is one. */
export function SecretInput({ field, place, onRemove }: FieldProps<TextFieldModel>) {
  const [shown, setShown] = useState(false);
  const typed = useRef('');
  const { value } = place;
  const mark = isObject(value) ? value['secret'] : undefined;
  const draft = useDraft({
    place,
    read: (text) => {
      typed.current = text;
      return readText(text, { kind: 'absent' });
    },
    write: (told) => {
      if (!isObject(told) || told['secret'] !== 'typed') typed.current = '';
      return typed.current;
    },
  });
  return (
    <FieldFrame field={field} place={place} onRemove={onRemove}>
      {(frame) => (
        <TextField
          label={field.label}
          {...typedProps(field, frame, draft)}
          placeholder={placeholderOf(mark)}
          password={!shown}
        >
          {draft.text !== '' && (
            <span slot="end" class="in-field">
              <IconButton
                icon="eye"
                label={shown ? t('Hide {0}', field.label) : t('Show {0}', field.label)}
                pressed={shown}
                onClick={() => setShown(!shown)}
              />
            </span>
          )}
        </TextField>
      )}
    </FieldFrame>
  );
}
