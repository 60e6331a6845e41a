import { useContext, useMemo, useState } from 'preact/hooks';
import type { ListField } from '../../../src/protocol/form';
import { hasColumns } from '../../../src/protocol/table/columns';
import { type NestedList, nestedListsOf } from '../../../src/protocol/table/nestedRows';
import { ListsContext } from './listsContext';

export interface TableChoice {
  /** The same values can be shown as rows. */
  readonly canBeTable: boolean;
  readonly isTable: boolean;
  readonly setTable: (isTable: boolean) => void;
  /** Lists in the items whose items can be the rows, and the one that is chosen. */
  readonly nestedLists: readonly NestedList[];
  readonly nested: NestedList | undefined;
  readonly within: string;
  readonly setNested: (pointer: string) => void;
}

export function useTable(field: ListField): TableChoice {
  const canBeTable = useContext(ListsContext) !== undefined && hasColumns(field);
  const [isTable, setTable] = useState(false);
  const [within, setNested] = useState('');
  const nestedLists = useMemo(() => nestedListsOf(field), [field]);
  const nested = isTable ? nestedLists.find(({ pointer }) => pointer === within) : undefined;
  return { nestedLists, nested, within, setNested, canBeTable, isTable: canBeTable && isTable, setTable };
}
