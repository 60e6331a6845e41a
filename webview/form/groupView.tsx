import type { GroupField } from '../../src/protocol/form';
import { FieldList } from './fieldList';
import type { FieldProps } from './fieldProps';
import { NestedField } from './nestedField';
import { NullSwitch } from './nullSwitch';

export function GroupView(props: FieldProps<GroupField>) {
  const { field, pointer, pattern, value, issues, suggestions, depth } = props;
  return (
    <NestedField {...props}>
      <NullSwitch field={field} pointer={pointer} value={value} />
      {value !== null && (
        <FieldList
          fields={field.fields}
          pointer={pointer}
          pattern={pattern}
          value={value}
          issues={issues}
          suggestions={suggestions}
          depth={depth}
        />
      )}
    </NestedField>
  );
}
