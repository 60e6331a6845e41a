import { t } from '@vscode/l10n';
import { useMemo } from 'preact/hooks';
import type { Choice, ChoiceField } from '../../../src/protocol/form';
import type { JsonValue } from '../../../src/protocol/json';
import { Dropdown, type DropdownOption } from '../../ui/controls/dropdown';
import { FieldFrame } from '../frame/fieldFrame';
import { useSession } from '../state/formContexts';
import type { FieldProps } from './fieldProps';
import { textOf } from './scalarText';

const unset = 'unset';
const unknown = 'unknown';

export function ChoiceInput({ field, place, onRemove }: FieldProps<ChoiceField>) {
  const { pointer, value } = place;
  const session = useSession();
  const choices = useMemo(() => choicesOf(field, value), [field, value]);
  const chosen = choices.findIndex(
    (choice) => textOf(choice.value) === textOf(value) && (choice.value === null) === (value === null),
  );
  const current = chosen >= 0 ? String(chosen) : value === undefined ? unset : unknown;
  const options = useMemo(() => optionsOf(choices, current, value), [choices, current, value]);
  const choose = (key: string) => {
    const choice = choices[Number(key)];
    if (choice) session.edit({ kind: 'set', pointer, value: choice.value });
  };
  return (
    <FieldFrame field={field} place={place} meaning={choices[chosen]?.description} onRemove={onRemove}>
      {(frame) => (
        <Dropdown
          value={current}
          options={options}
          onChange={choose}
          labelledBy={frame.labelId}
          describedBy={frame.description === '' ? undefined : frame.noteId}
          invalid={frame.invalid}
          required={field.required}
        />
      )}
    </FieldFrame>
  );
}

function choicesOf(field: ChoiceField, value: JsonValue | undefined): readonly Choice[] {
  if (field.nullLabel === undefined || field.options.some((option) => option.value === null)) return field.options;
  if (field.nullIsOffered === false && value !== null) return field.options;
  return [...field.options, { value: null, label: field.nullLabel }];
}

/** A value that is none of the choices is shown as it is until another one is chosen. */
function optionsOf(
  choices: readonly Choice[],
  current: string,
  value: JsonValue | undefined,
): readonly DropdownOption[] {
  const known = choices.map((choice, index) => ({
    value: String(index),
    label: choice.label,
    title: choice.description,
  }));
  if (current === unset) return [{ value: unset, label: t('Choose…') }, ...known];
  if (current === unknown) return [{ value: unknown, label: t('{0} (not known)', textOf(value)) }, ...known];
  return known;
}
