import { t } from '@vscode/l10n';
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
        label={t('Move {0} up', name)}
        disabled={index === 0}
        onClick={() => actions.move(itemKey, -1)}
        action="moveUp"
      />
      <IconButton
        icon="arrowDown"
        label={t('Move {0} down', name)}
        disabled={last}
        onClick={() => actions.move(itemKey, 1)}
        action="moveDown"
      />
      <IconButton
        icon="duplicate"
        label={t('Duplicate {0}', name)}
        disabled={!copyable}
        onClick={() => actions.duplicate(itemKey)}
        action="duplicate"
      />
      <IconButton
        icon="trash"
        label={t('Remove {0}', name)}
        disabled={!removable}
        onClick={() => actions.remove(itemKey)}
        action="remove"
      />
    </span>
  );
}
