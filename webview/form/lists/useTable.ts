import { useContext, useMemo } from 'preact/hooks';
import type { ListField } from '../../../src/protocol/form';
import { isRecord } from '../../../src/protocol/jsonKinds';
import { hasColumns } from '../../../src/protocol/table/columns';
import { type NestedList, nestedListsOf } from '../../../src/protocol/table/nestedRows';
import { useKeptPart } from '../state/useKeptPart';
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

export function useTable(field: ListField, at: string): TableChoice {
  const canBeTable = useContext(ListsContext) !== undefined && hasColumns(field);
  const [{ isTable, within }, set] = useKeptPart(`table${at}`, asCards, readTable);
  const setTable = (isTable: boolean) => set((before) => ({ ...before, isTable }));
  const setNested = (within: string) => set((before) => ({ ...before, within }));
  const nestedLists = useMemo(() => nestedListsOf(field), [field]);
  const nested = isTable ? nestedLists.find(({ pointer }) => pointer === within) : undefined;
  return { nestedLists, nested, within, setNested, canBeTable, isTable: canBeTable && isTable, setTable };
}

const asCards = { isTable: false, within: '' };

function readTable(value: unknown): typeof asCards | undefined {
  if (!isRecord(value) || typeof value['within'] !== 'string') return undefined;
  return { isTable: value['isTable'] === true, within: value['within'] };
}
