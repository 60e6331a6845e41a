import { t } from '@vscode/l10n';
import { useId, useMemo } from 'preact/hooks';
import type { VariantField } from '../../../src/protocol/form';
import { fieldsOf, switchVariant, variantOf } from '../../../src/protocol/variants';
import { nounWithin } from '../../../src/protocol/words/nounWithin';
import { Dropdown } from '../../ui/controls/dropdown';
import { NestedField } from '../frame/nestedField';
import { useSession } from '../state/formContexts';
import { FieldList } from './fieldList';
import type { FieldProps } from './fieldProps';
import { NullSwitch } from './nullSwitch';

const unset = 'unset';

export function VariantView(props: FieldProps<VariantField>) {
  const { field, place } = props;
  const { pointer, value } = place;
  const session = useSession();
  const labelId = useId();
  const variant = variantOf(field, value);
  const current = variant ? String(field.variants.indexOf(variant)) : unset;
  const options = useMemo(() => {
    const known = field.variants.map(({ label }, index) => ({ value: String(index), label }));
    return current === unset ? [{ value: unset, label: t('Choose…') }, ...known] : known;
  }, [field, current === unset]);
  const choose = (key: string) => {
    const to = field.variants[Number(key)];
    if (to) session.edit({ kind: 'set', pointer, value: switchVariant(to, value) });
  };
  return (
    <NestedField {...props}>
      <NullSwitch field={field} place={place} />
      {!(value === null && field.nullLabel !== undefined) && (
        <div class="field variant-choice">
          <div class="field-label">
            <span id={labelId}>{t('Kind of {0}', nounWithin(field.label))}</span>
          </div>
          <Dropdown
            value={current}
            options={options}
            onChange={choose}
            labelledBy={labelId}
            required={field.required}
          />
        </div>
      )}
      {variant && <FieldList key={current} fields={fieldsOf(variant)} place={place} />}
    </NestedField>
  );
}
