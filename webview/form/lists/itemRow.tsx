import { useContext } from 'preact/hooks';
import { FieldRenderer } from '../fields/fieldRenderer';
import { ItemButtons } from './itemButtons';
import type { ItemProps } from './itemCard';

/** An item that is one value: its control in a line. */
export function ItemRow(props: ItemProps) {
  const FieldView = useContext(FieldRenderer);
  const { index, last, removable, copyable, field, actions } = props;
  return (
    <li class="row">
      <FieldView field={field.item} place={props.place} />
      <ItemButtons
        field={field}
        index={index}
        last={last}
        removable={removable}
        copyable={copyable}
        actions={actions}
      />
    </li>
  );
}
