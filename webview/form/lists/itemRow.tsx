import { useContext } from 'preact/hooks';
import { FieldRenderer } from '../fields/fieldRenderer';
import { ItemButtons } from './itemButtons';
import type { ItemProps } from './itemCard';
import { SelectBox } from './several/selectBox';

/** An item that is one value: its control in a line. */
export function ItemRow(props: ItemProps) {
  const FieldView = useContext(FieldRenderer);
  return (
    <li class="row">
      <SelectBox {...props} />
      <FieldView field={props.field.item} place={props.place} />
      <ItemButtons {...props} />
    </li>
  );
}
