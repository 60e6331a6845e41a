import type { FormField } from '../../../src/protocol/form';
import type { JsonValue } from '../../../src/protocol/json';
import { Checkbox } from '../../ui/controls/checkbox';
import { useSession } from '../state/formSession';

export interface NullSwitchProps {
  readonly field: FormField;
  readonly pointer: string;
  readonly value: JsonValue | undefined;
}

/** For values of which null is one: switches between null and a value of the ordinary kind. */
export function NullSwitch({ field, pointer, value }: NullSwitchProps) {
  const session = useSession();
  if (field.nullLabel === undefined) return null;
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
