import { t } from '@vscode/l10n';
import type { Column } from '../../../../src/protocol/table/columns';
import { Icon } from '../../../ui/icon';
import type { Sorting } from '../shownRows';
import type { Cell } from './gridMove';

export interface GridHeadProps {
  readonly columns: readonly Column[];
  readonly sorting: Sorting | undefined;
  readonly active: Cell;
  readonly onSort: (column: string) => void;
}

/** The names of the columns. A click, or Enter, sorts the rows for reading. */
export function GridHead({ columns, sorting, active, onSort }: GridHeadProps) {
  const tabIndex = (column: number) => (active.row === -1 && active.column === column ? 0 : -1);
  return (
    <thead class="grid-head">
      <tr class="grid-row" aria-rowindex={1}>
        <th
          class="grid-cell grid-number"
          scope="col"
          aria-colindex={1}
          tabIndex={tabIndex(-1)}
          data-row={-1}
          data-column={-1}
        >
          <span class="visually-hidden">{t('Number')}</span>
        </th>
        {columns.map((column, at) => (
          <th
            key={column.pointer}
            class={column.field.kind === 'number' ? 'grid-cell grid-digits' : 'grid-cell'}
            scope="col"
            aria-colindex={at + 2}
            aria-sort={sortOf(sorting, column)}
            tabIndex={tabIndex(at)}
            title={t('{0}: sort by it, for reading', column.title)}
            data-row={-1}
            data-column={at}
            onClick={() => onSort(column.pointer)}
          >
            <span class="grid-words">{column.title}</span>
            {sorting?.column === column.pointer && <Icon name={sorting.descends ? 'arrowDown' : 'arrowUp'} />}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function sortOf(sorting: Sorting | undefined, { pointer }: Column): 'ascending' | 'descending' | 'none' {
  if (sorting?.column !== pointer) return 'none';
  return sorting.descends ? 'descending' : 'ascending';
}
