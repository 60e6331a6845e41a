import { t } from '@vscode/l10n';
import { useContext, useMemo, useState } from 'preact/hooks';
import type { ListField } from '../../../../src/protocol/form';
import type { JsonValue } from '../../../../src/protocol/json';
import { valueAt } from '../../../../src/protocol/pointer';
import { type Column, columnsOf, hasColumns } from '../../../../src/protocol/table/columns';
import { countOf } from '../../../../src/protocol/words/itemNouns';
import { nounWithin } from '../../../../src/protocol/words/nounWithin';
import { TextButton } from '../../../ui/controls/quietButton';
import { SpellingsContext } from '../../state/formContexts';
import { copiesOf, fillOf } from './severalItems';
import type { Selection } from './useSelection';
import type { SeveralActions } from './useSeveral';

export interface SelectionBarProps {
  readonly field: ListField;
  readonly pointer: string;
  readonly items: readonly JsonValue[];
  readonly selection: Selection;
  readonly actions: SeveralActions;
}

/** What can be done to the items that are chosen, as one change. */
export function SelectionBar({ field, pointer, items, selection, actions }: SelectionBarProps) {
  const spellings = useContext(SpellingsContext);
  const { indexes } = selection;
  const some = { pointer, items, indexes };
  const none = indexes.length === 0;
  const isFew = items.length - indexes.length < (field.minItems ?? 0);
  const isFull = items.length + indexes.length > (field.maxItems ?? Number.POSITIVE_INFINITY);
  const words = countOf(indexes.length, field);
  return (
    <div class="selection-bar" role="toolbar" aria-label={t('Selected of {0}', field.label)}>
      <span class="selection-count" role="status">
        {none ? t('No {0} selected', nounWithin(field.itemLabel)) : t('{0} selected', words)}
      </span>
      <TextButton onClick={selection.chooseAll} action="selectAll">
        {indexes.length === items.length ? t('None') : t('All')}
      </TextButton>
      <TextButton icon="arrowUp" disabled={none} onClick={() => actions.move(-1)} action="moveSelectedUp">
        {t('Up')}
      </TextButton>
      <TextButton icon="arrowDown" disabled={none} onClick={() => actions.move(1)} action="moveSelectedDown">
        {t('Down')}
      </TextButton>
      <TextButton
        icon="duplicate"
        disabled={none || isFull}
        onClick={() => actions.change(copiesOf(some, spellings), t('{0} duplicated', words))}
        action="duplicateSelected"
      >
        {t('Duplicate')}
      </TextButton>
      <TextButton icon="trash" disabled={none || isFew} onClick={actions.remove} action="removeSelected">
        {t('Remove')}
      </TextButton>
      {hasColumns(field) && indexes.length > 1 && (
        <FillTool
          field={field}
          first={items[indexes[0] ?? -1]}
          number={(indexes[0] ?? 0) + 1}
          onFill={(column) =>
            actions.change(fillOf(some, column, spellings), t('{0} filled in {1}', column.title, indexes.length - 1))
          }
        />
      )}
      <TextButton onClick={() => selection.turn(false)} action="endSelection">
        {t('Done')}
      </TextButton>
      <span class="visually-hidden" role="status">
        {actions.said}
      </span>
    </div>
  );
}

interface FillToolProps {
  readonly field: ListField;
  readonly first: JsonValue | undefined;
  /** Of the first one. */
  readonly number: number;
  readonly onFill: (column: Column) => unknown;
}

/** One value of the first one goes into the others. */
function FillTool({ field, first, number, onFill }: FillToolProps) {
  const columns = useMemo(
    () => columnsOf(field).filter(({ pointer }) => valueAt(first, pointer) !== undefined),
    [field, first],
  );
  const [chosen, choose] = useState('');
  // A value that tells people apart is rarely what is meant.
  const usual = columns.find(({ field: own }) => own.kind === 'choice' || own.kind === 'number') ?? columns[0];
  const column = columns.find(({ pointer }) => pointer === chosen) ?? usual;
  if (column === undefined) return null;
  return (
    <span class="several-fields">
      <TextButton icon="arrowDown" onClick={() => onFill(column)} action="fillSelected">
        {t('Fill down from number {0}', number)}
      </TextButton>
      <select
        aria-label={t('Value to fill down')}
        value={column.pointer}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      >
        {columns.map(({ pointer, title }) => (
          <option key={pointer} value={pointer}>
            {title}
          </option>
        ))}
      </select>
    </span>
  );
}
