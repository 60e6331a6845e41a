import type { ListField } from '../../../src/protocol/form';
import { IconButton } from '../../ui/controls/quietButton';
import type { ItemActions } from './useItemActions';

export interface ItemButtonsProps {
  readonly field: ListField;
  readonly itemKey: number;
  readonly index: number;
  readonly last: boolean;
  readonly removable: boolean;
  readonly copyable: boolean;
  readonly actions: ItemActions;
}

export function ItemButtons({ field, itemKey, index, last, removable, copyable, actions }: ItemButtonsProps) {
  const name = `${field.itemLabel} ${index + 1}`;
  return (
    <span class="item-buttons">
      <IconButton
        icon="arrowUp"
        label={`Move ${name} up`}
        disabled={index === 0}
        onClick={() => actions.move(itemKey, -1)}
        action="moveUp"
      />
      <IconButton
        icon="arrowDown"
        label={`Move ${name} down`}
        disabled={last}
        onClick={() => actions.move(itemKey, 1)}
        action="moveDown"
      />
      <IconButton
        icon="duplicate"
        label={`Duplicate ${name}`}
        disabled={!copyable}
        onClick={() => actions.duplicate(itemKey)}
        action="duplicate"
      />
      <IconButton
        icon="trash"
        label={`Remove ${name}`}
        disabled={!removable}
        onClick={() => actions.remove(itemKey)}
        action="remove"
      />
    </span>
  );
}
