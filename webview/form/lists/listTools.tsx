import { useContext } from 'preact/hooks';
import { TextButton } from '../../ui/controls/quietButton';
import { ListsContext } from './listsContext';

export interface ListToolsProps {
  readonly pointer: string;
  readonly isTable: boolean;
  readonly onTable: (isTable: boolean) => void;
}

/** Two ways to see the same values, and a way to get more of them. */
export function ListTools({ pointer, isTable, onTable }: ListToolsProps) {
  const desk = useContext(ListsContext);
  return (
    <>
      <TextButton icon={isTable ? 'fold' : 'table'} onClick={() => onTable(!isTable)} action="toggleTable">
        {isTable ? 'As cards' : 'As table'}
      </TextButton>
      <TextButton icon="file" onClick={() => desk?.post('openRows', { pointer })} action="openRows">
        Read rows…
      </TextButton>
    </>
  );
}
