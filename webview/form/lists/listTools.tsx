import { t } from '@vscode/l10n';
import { useContext } from 'preact/hooks';
import type { ListField } from '../../../src/protocol/form';
import type { JsonValue } from '../../../src/protocol/json';
import { nounWithin } from '../../../src/protocol/words/nounWithin';
import { Button } from '../../ui/controls/button';
import { TextButton } from '../../ui/controls/quietButton';
import { useSession } from '../state/formContexts';
import { ListsContext } from './listsContext';
import { SeveralTool } from './several/severalTool';
import type { Selection } from './several/useSelection';
import type { TableChoice } from './useTable';

export interface ListToolsProps {
  readonly field: ListField;
  readonly pointer: string;
  readonly table: TableChoice;
}

/** Two ways to see the same values, and a way to get more of them. */
export function ListTools({ field, pointer, table }: ListToolsProps) {
  const session = useSession();
  const desk = useContext(ListsContext);
  const { isTable, setTable, nestedLists, nested, setNested } = table;
  const own = nested ? { pointer, nested: nested.pointer } : { pointer };
  return (
    <>
      <TextButton icon={isTable ? 'fold' : 'table'} onClick={() => setTable(!isTable)} action="toggleTable">
        {isTable ? t('As cards') : t('As table')}
      </TextButton>
      {isTable && nestedLists.length > 0 && (
        <select
          aria-label={t('A row for each')}
          value={nested?.pointer ?? ''}
          onChange={({ currentTarget }) => setNested(currentTarget.value)}
        >
          <option value="">{field.itemLabel}</option>
          {nestedLists.map(({ pointer: at, inner, title }) => (
            <option key={at} value={at}>
              {title === inner.label ? inner.itemLabel : `${title} › ${inner.itemLabel}`}
            </option>
          ))}
        </select>
      )}
      <TextButton icon="file" onClick={() => desk?.post('openRows', { ...own, ...session.seen })} action="openRows">
        {t('Read rows…')}
      </TextButton>
    </>
  );
}

export interface CardToolsProps {
  readonly selection: Selection;
  readonly canExpand: boolean;
  readonly canCollapse: boolean;
  /** Of all. */
  readonly onOpen: (isOpen: boolean) => void;
}

/** What concerns all items while they are cards. */
export function CardTools({ selection, canExpand, canCollapse, onOpen }: CardToolsProps) {
  return (
    <>
      <TextButton expanded={selection.isOn} onClick={() => selection.turn(!selection.isOn)} action="select">
        {t('Select')}
      </TextButton>
      {canExpand && <TextButton onClick={() => onOpen(true)}>{t('Expand all')}</TextButton>}
      {canCollapse && <TextButton onClick={() => onOpen(false)}>{t('Collapse all')}</TextButton>}
    </>
  );
}

export interface ListEndProps {
  readonly field: ListField;
  readonly pointer: string;
  readonly items: readonly JsonValue[];
  readonly full: boolean;
  readonly cards: boolean;
  /** The item to copy. */
  readonly from: number | undefined;
  readonly onAdd: () => void;
}

/** Ways to get more items. */
export function ListEnd({ field, pointer, items, full, cards, from, onAdd }: ListEndProps) {
  return (
    <div class="list-end">
      <Button icon="add" onClick={onAdd} disabled={full} action="addItem">
        {t('Add {0}', nounWithin(field.itemLabel))}
      </Button>
      {cards && !full && <SeveralTool field={field} pointer={pointer} items={items} from={from} />}
      {full && <span class="field-note">{t('{0} at most', field.maxItems ?? '')}</span>}
    </div>
  );
}
