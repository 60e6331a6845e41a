import { useContext, useState } from 'preact/hooks';
import type { ListField } from '../../../src/protocol/form';
import { hasColumns } from '../../../src/protocol/table/columns';
import { ListsContext } from './listsContext';

export interface TableChoice {
  /** The same values can be shown as rows. */
  readonly canBeTable: boolean;
  readonly isTable: boolean;
  readonly setTable: (isTable: boolean) => void;
}

export function useTable(field: ListField): TableChoice {
  const canBeTable = useContext(ListsContext) !== undefined && hasColumns(field);
  const [isTable, setTable] = useState(false);
  return { canBeTable, isTable: canBeTable && isTable, setTable };
}
