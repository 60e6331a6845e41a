import { t } from '@vscode/l10n';
import type { GroupField } from '../../../src/protocol/form';
import { TextButton } from '../../ui/controls/quietButton';
import { NestedField } from '../frame/nestedField';
import { useSession } from '../state/formContexts';
import { FieldList } from './fieldList';
import type { FieldProps } from './fieldProps';
import { NullSwitch } from './nullSwitch';

export function GroupView(props: FieldProps<GroupField>) {
  const { field, place } = props;
  const { pointer, value } = place;
  const session = useSession();
  const isNull = value === null && field.nullLabel !== undefined;
  // Fields of a text or a number could not be written.
  const isMisfit =
    !isNull && value !== undefined && (typeof value !== 'object' || value === null || Array.isArray(value));
  return (
    <NestedField {...props}>
      <NullSwitch field={field} place={place} />
      {isMisfit && (
        <TextButton onClick={() => session.edit({ kind: 'set', pointer, value: {} })}>
          {t('Replace {0} by fields', JSON.stringify(value))}
        </TextButton>
      )}
      {!isNull && !isMisfit && <FieldList fields={field.fields} place={place} />}
    </NestedField>
  );
}
