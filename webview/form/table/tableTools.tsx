import { t } from '@vscode/l10n';
import { useContext } from 'preact/hooks';
import { isList } from '../../../src/protocol/jsonKinds';
import { pointerTo, valueAt } from '../../../src/protocol/pointer';
import { countOf } from '../../../src/protocol/words/itemNouns';
import { nounWithin } from '../../../src/protocol/words/nounWithin';
import { Button } from '../../ui/controls/button';
import { TextButton } from '../../ui/controls/quietButton';
import { ListsContext } from '../lists/listsContext';
import { SeveralTool, type SeveralToolProps } from '../lists/several/severalTool';
import { useSession } from '../state/formContexts';
import type { GridActions } from './grid/gridActions';
import type { Block } from './grid/gridMove';
import type { Shown } from './tableEdits';

export interface TableToolsProps {
  readonly shown: Shown;
  /** What is selected. */
  readonly block: Block;
  readonly actions: GridActions;
}

/** What can be done to rows, for the mouse and for whoever looks for it. */
export function TableTools({ shown, block, actions }: TableToolsProps) {
  const { field, pointer, items, rows, columns } = shown;
  const session = useSession();
  const desk = useContext(ListsContext);
  const selected = Math.min(block.bottom, rows.length - 1) - block.top + 1;
  const what = selected > 0 ? countOf(selected, field) : nounWithin(field.itemLabel);
  const added = addedTo(shown, rows[block.top]);
  const isFull = added.field.maxItems !== undefined && added.items.length >= added.field.maxItems;
  const isFew = items.length - selected < (field.minItems ?? 0) || selected < 1;
  const { nested } = shown;
  const whole = {
    pointer,
    ...(nested && { nested: nested.list.pointer }),
    rows,
    columns: columns.map((column) => column.pointer),
  };
  return (
    <div class="list-end">
      <Button
        icon="add"
        disabled={isFull}
        onClick={() => session.edit({ kind: 'append', pointer: added.pointer, value: added.field.newItem })}
        action="addItem"
      >
        {t('Add {0}', nounWithin(field.itemLabel))}
      </Button>
      {nested && (
        <Button
          icon="add"
          disabled={nested.items.length >= (nested.list.outer.maxItems ?? Number.POSITIVE_INFINITY)}
          onClick={() => session.edit({ kind: 'append', pointer, value: nested.list.outer.newItem })}
          action="addOuter"
        >
          {t('Add {0}', nounWithin(nested.list.outer.itemLabel))}
        </Button>
      )}
      <SeveralTool {...added} />
      <span class="table-row-tools">
        <TextButton icon="trash" disabled={isFew} onClick={() => actions.remove(block)} action="removeRows">
          {t('Remove {0}', what)}
        </TextButton>
        <TextButton
          icon="arrowUp"
          disabled={isFew && selected < 1}
          onClick={() => actions.moveRows(block, -1)}
          action="moveRowsUp"
        >
          {t('Up')}
        </TextButton>
        <TextButton
          icon="arrowDown"
          disabled={isFew && selected < 1}
          onClick={() => actions.moveRows(block, 1)}
          action="moveRowsDown"
        >
          {t('Down')}
        </TextButton>
      </span>
      <span class="table-row-tools">
        <TextButton
          icon="copy"
          onClick={() => {
            session.flush();
            desk?.post('copyCells', { ...whole, hasHead: true, ...session.count() });
          }}
          action="copyRows"
        >
          {t('Copy all rows')}
        </TextButton>
        <TextButton icon="save" onClick={() => desk?.post('saveRows', { ...whole, ...session.seen })} action="saveRows">
          {t('Save as CSV…')}
        </TextButton>
      </span>
    </div>
  );
}

/** The list that the next row goes to: of several, the one of the row that is active. */
function addedTo({ field, pointer, items, nested }: Shown, row: number | undefined): SeveralToolProps {
  if (!nested) return { field, pointer, items, from: row };
  const { list } = nested;
  const place = nested.places[row ?? nested.places.length - 1];
  const own = valueAt(nested.items[place?.outer ?? -1], list.pointer);
  return {
    field: list.inner,
    pointer: pointerTo(pointer, place?.outer ?? 0) + list.pointer,
    items: isList(own) ? own : [],
    from: place?.inner,
  };
}
