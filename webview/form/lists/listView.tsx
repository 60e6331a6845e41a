import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ListField } from '../../../src/protocol/form';
import type { JsonValue } from '../../../src/protocol/json';
import { isList } from '../../../src/protocol/jsonKinds';
import { isWithin, pointerTo } from '../../../src/protocol/pointer';
import { Badge } from '../../ui/badge';
import { itemPlace } from '../fields/fieldPlace';
import type { FieldProps } from '../fields/fieldProps';
import { NestedField } from '../frame/nestedField';
import { TextInPlace } from '../frame/textInPlace';
import { childOf, type IssueNode } from '../issues/issueTree';
import { useReveal, useSession } from '../state/formContexts';
import { keepOpen, keptOpen } from '../state/keptForm';
import { TableView } from '../table/tableView';
import { ItemCard } from './itemCard';
import { followItems, noItems } from './itemKeys';
import { ItemRow } from './itemRow';
import { CardTools, ListEnd, ListTools } from './listTools';
import { RowsReceiver } from './rowsReceiver';
import { SelectionBar } from './several/selectionBar';
import { useSelection } from './several/useSelection';
import { useSeveral } from './several/useSeveral';
import { useCardDrag } from './useCardDrag';
import { useDrawn } from './useDrawn';
import { useItemActions } from './useItemActions';
import { useTable } from './useTable';

const none: readonly JsonValue[] = [];
/** How many cards a list shows open at first, by how many lists it lies in. */
const openAtFirst = [3, 1];
const openAtMost = 5;
/** More open cards than this at a time are slow to draw. */
const expandable = 50;

export function ListView(props: FieldProps<ListField>) {
  const { pointer, value } = props.place;
  if (typeof value !== 'string' || value === '') return <ItemsView {...props} />;
  return (
    <NestedField {...props} aside={undefined}>
      <TextInPlace field={props.field} pointer={pointer} text={value} />
    </NestedField>
  );
}

function ItemsView(props: FieldProps<ListField>) {
  const { field, place } = props;
  const session = useSession();
  const { pointer, value, issues, depth } = place;
  const items = isList(value) ? value : none;
  const keyed = useRef(noItems);
  keyed.current = followItems(keyed.current, items);
  const { keys } = keyed.current;
  const [open, setOpen] = useState<ReadonlySet<number>>(() => {
    // A list that is opened on the way to one of its items shows it at once.
    const revealed = keys.filter((_, index) => session.isRevealing(pointerTo(pointer, index)));
    const left = keptOpen(pointer)?.flatMap((index) => keys[index] ?? []);
    return new Set([...(left ?? firstOpen(keys, issues, depth)), ...revealed]);
  });
  useEffect(() => {
    keepOpen(
      pointer,
      keys.flatMap((key, index) => (open.has(key) ? [index] : [])),
    );
  }, [pointer, keys, open]);
  const list = useRef<HTMLOListElement>(null);
  const actions = useItemActions(field, pointer, keyed, list);
  const selection = useSelection(keyed);
  const several = useSeveral({ field, pointer, items, selection }, list);

  useReveal(
    pointer,
    useCallback(
      (target: string) => {
        const index = keyed.current.keys.findIndex((_, at) => isWithin(target, pointerTo(pointer, at)));
        const key = keyed.current.keys[index];
        if (key !== undefined) setOpen((before) => new Set(before).add(key));
      },
      [pointer],
    ),
  );
  const toggle = useCallback((key: number) => setOpen((before) => toggled(before, key)), []);

  const cards = field.item.kind === 'group' || field.item.kind === 'variant' || field.item.kind === 'list';
  const full = field.maxItems !== undefined && items.length >= field.maxItems;
  const Item = cards ? ItemCard : ItemRow;
  const table = useTable(field, pointer);
  const { isTable, canBeTable, setTable, nested, within } = table;
  const openCard = useCallback(
    (target: string) => {
      setTable(false);
      session.reveal(target);
    },
    [session, setTable],
  );
  const aside = (
    <>
      {items.length > 0 && <Badge>{items.length}</Badge>}
      <span class="nested-tools">
        {!isTable && items.length > 1 && (
          <CardTools
            selection={selection}
            canExpand={cards && items.length <= expandable && open.size < items.length}
            canCollapse={cards && open.size > 0}
            onOpen={(all) => setOpen(new Set(all ? keys : []))}
          />
        )}
        {canBeTable && <ListTools field={field} pointer={pointer} table={table} />}
      </span>
    </>
  );
  const drawn = useDrawn(items.length, list);
  const drag = useCardDrag({ pointer, items, indexes: selection.indexes }, cards);
  const shown = (
    <>
      <ol ref={list} class={cards ? 'cards' : 'rows'} onKeyDown={several.press} {...drag}>
        {items.slice(0, drawn).map((_, index) => (
          <Item
            key={keys[index]}
            itemKey={keys[index] ?? -1}
            index={index}
            last={index === items.length - 1}
            removable={items.length > (field.minItems ?? 0)}
            copyable={!full}
            field={field}
            place={itemPlace(place, index)}
            open={open.has(keys[index] ?? -1)}
            onToggle={toggle}
            isChosen={selection.isOn ? selection.has(index) : undefined}
            onChoose={selection.choose}
            actions={actions}
          />
        ))}
      </ol>
      {selection.isOn && items.length > 0 && (
        <SelectionBar field={field} pointer={pointer} items={items} selection={selection} actions={several} />
      )}
      <ListEnd {...{ field, pointer, items, full, cards }} from={selection.indexes[0]} onAdd={actions.add} />
    </>
  );
  return (
    <NestedField {...props} aside={aside}>
      {canBeTable ? (
        <RowsReceiver field={field} pointer={pointer} nested={nested}>
          {isTable ? (
            <TableView key={within} field={field} place={place} items={items} nested={nested} onOpen={openCard} />
          ) : (
            shown
          )}
        </RowsReceiver>
      ) : (
        shown
      )}
    </NestedField>
  );
}

function firstOpen(keys: readonly number[], issues: IssueNode | undefined, depth: number): readonly number[] {
  const first = openAtFirst[Math.min(depth, openAtFirst.length - 1)] ?? 1;
  const wrong = keys.filter((_, index) => (childOf(issues, String(index))?.counts.wrong ?? 0) > 0);
  return [...new Set([...keys.slice(0, first), ...wrong])].slice(0, openAtMost);
}

function toggled(open: ReadonlySet<number>, key: number): ReadonlySet<number> {
  const next = new Set(open);
  if (!next.delete(key)) next.add(key);
  return next;
}
