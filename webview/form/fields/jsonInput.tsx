import { t } from '@vscode/l10n';
import { useContext } from 'preact/hooks';
import type { JsonField } from '../../../src/protocol/form';
import { TextArea } from '../../ui/controls/textArea';
import { FieldFrame } from '../frame/fieldFrame';
import { typedProps } from '../frame/typedProps';
import { allIssues } from '../issues/issueTree';
import { SpellingsContext } from '../state/formContexts';
import { useDraft } from '../state/useDraft';
import type { FieldProps } from './fieldProps';
import { NullSwitch } from './nullSwitch';
import { jsonText, readJson } from './scalarText';

export function JsonInput({ field, place, onRemove }: FieldProps<JsonField>) {
  const spellings = useContext(SpellingsContext);
  const draft = useDraft({
    place,
    read: (text) => readJson(text, field.key === '' ? { kind: 'value', value: null } : { kind: 'absent' }),
    write: (shown) => jsonText(shown, { pointer: place.pointer, spellings }),
    isJson: true,
  });
  // While one types it is rarely JSON: only a pause that was told counts.
  const error = draft.waiting ? undefined : draft.error;
  return (
    <FieldFrame field={field} place={place} issues={allIssues(place.issues)} error={error} wide onRemove={onRemove}>
      {(frame) => (
        <>
          <TextArea
            label={t('{0} (JSON)', field.label)}
            {...typedProps(field, frame, draft)}
            rows={Math.min(16, Math.max(3, draft.text.split('\n').length))}
            code
          />
          <NullSwitch field={field} place={place} />
        </>
      )}
    </FieldFrame>
  );
}
