import { t } from '@vscode/l10n';
import type { ListField } from '../../../../src/protocol/form';

export interface SelectBoxProps {
  readonly field: ListField;
  readonly index: number;
  /** Undefined while items are not chosen. */
  readonly isChosen: boolean | undefined;
  /** `reaches`: with all from the one that was chosen last. */
  readonly onChoose: (index: number, reaches: boolean) => void;
}

/** Chooses an item to be changed together with others. */
export function SelectBox({ field, index, isChosen, onChoose }: SelectBoxProps) {
  if (isChosen === undefined) return null;
  return (
    <input
      type="checkbox"
      class="select-box"
      aria-label={t('Select {0} {1}', field.itemLabel, index + 1)}
      checked={isChosen}
      onClick={(event) => onChoose(index, event.shiftKey)}
      data-select=""
    />
  );
}
