import type { CheckField } from '../../../src/protocol/form';
import type { JsonValue } from '../../../src/protocol/json';
import { Checkbox } from '../../ui/controls/checkbox';
import { FieldFrame, RequiredMark } from '../frame/fieldFrame';
import { useSession } from '../state/formContexts';
import type { FieldProps } from './fieldProps';
import { NullSwitch } from './nullSwitch';
import { textOf } from './scalarText';

export function CheckInput({ field, place, onRemove }: FieldProps<CheckField>) {
  const session = useSession();
  const change = (on: boolean) =>
    session.edit({ kind: 'set', pointer: place.pointer, value: on ? field.on : field.off });
  return (
    <FieldFrame field={field} place={place} unlabelled onRemove={onRemove}>
      {(frame) => (
        <div class="check">
          <Checkbox
            checked={isOn(field, place.value)}
            onChange={change}
            invalid={frame.invalid}
            describedBy={frame.description === '' ? undefined : frame.noteId}
          >
            {field.label}
            {field.required && <RequiredMark />}
          </Checkbox>
          <NullSwitch field={field} place={place} />
        </div>
      )}
    </FieldFrame>
  );
}

/** Other sources write "1" for 1 and "true" for true: they mean the same. */
function isOn(field: CheckField, value: JsonValue | undefined): boolean | undefined {
  if (value === undefined || value === null) return undefined;
  if (textOf(value) === textOf(field.on)) return true;
  return textOf(value) === textOf(field.off) ? false : undefined;
}
