import { useMemo } from 'preact/hooks';
import { ListView } from '../lists/listView';
import { SecretInput } from '../secrets/secretInput';
import { CheckInput } from './checkInput';
import { ChoiceInput } from './choiceInput';
import { useSamePlace } from './fieldPlace';
import type { FieldProps } from './fieldProps';
import { FileInput } from './fileInput';
import { GroupView } from './groupView';
import { JsonInput } from './jsonInput';
import { ScalarInput } from './scalarInput';
import { VariantView } from './variantView';

/** One field of any kind. Drawn again only when something it shows has changed. */
export function FieldView({ field, place, onRemove }: FieldProps) {
  const same = useSamePlace(place);
  return useMemo(() => draw({ field, place: same, onRemove }), [field, same, onRemove]);
}

function draw({ field, ...rest }: FieldProps) {
  switch (field.kind) {
    case 'text':
      return field.writeOnly ? <SecretInput field={field} {...rest} /> : <ScalarInput field={field} {...rest} />;
    case 'number':
      return <ScalarInput field={field} {...rest} />;
    case 'check':
      return <CheckInput field={field} {...rest} />;
    case 'choice':
      return <ChoiceInput field={field} {...rest} />;
    case 'file':
      return <FileInput field={field} {...rest} />;
    case 'group':
      return <GroupView field={field} {...rest} />;
    case 'list':
      return <ListView field={field} {...rest} />;
    case 'variant':
      return <VariantView field={field} {...rest} />;
    case 'json':
      return <JsonInput field={field} {...rest} />;
  }
}
