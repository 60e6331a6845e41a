import type { FormField } from '../../../src/protocol/form';
import { Checkbox } from '../../ui/controls/checkbox';
import { useSession } from '../state/formContexts';
import type { FieldPlace } from './fieldPlace';

export interface NullSwitchProps {
  readonly field: FormField;
  readonly place: FieldPlace;
}

/** For values of which null is one: switches between null and a value of the ordinary kind. */
export function NullSwitch({ field, place }: NullSwitchProps) {
  const { pointer, value } = place;
  const session = useSession();
  if (field.nullLabel === undefined || (field.nullIsOffered === false && value !== null)) return null;
  const change = (isNull: boolean) => {
    if (isNull) return session.edit({ kind: 'set', pointer, value: null });
    const start = field.examples?.find((example) => example !== null);
    session.edit(start === undefined ? { kind: 'remove', pointer } : { kind: 'set', pointer, value: start });
  };
  return (
    <div class="null-switch">
      <Checkbox checked={value === null} onChange={change}>
        {field.nullLabel}
      </Checkbox>
    </div>
  );
}
