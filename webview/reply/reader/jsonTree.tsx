import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { RowMatch } from '../json/find';
import { type Folds, isFolded, shownRows, withToggled } from '../json/folds';
import type { JsonRow } from '../json/jsonRows';
import { mostDrawn } from '../json/rowText';
import { toggled, treeMove } from '../json/treeKeys';
import { columnsOf, hasWideLetters } from '../json/wideLetters';
import { NearBlock } from './nearBlock';
import { RowView } from './rowView';

export interface JsonTreeProps {
  readonly label: string;
  readonly text: string;
  readonly rows: readonly JsonRow[];
  readonly folds: Folds;
  readonly onFold: (folds: Folds) => void;
  readonly active: number;
  readonly onActive: (row: number) => void;
  /** Long rows that are drawn whole. */
  readonly wide: readonly number[];
  readonly onWiden: (row: number) => void;
  readonly matches: readonly RowMatch[];
  readonly currentMatch: RowMatch | undefined;
  readonly wrap: boolean;
  /** Counts the wishes to see the active row. */
  readonly reveals: number;
  readonly onMenu: (row: number, at: { readonly x: number; readonly y: number }) => void;
  readonly onCopy: (row: number) => void;
}

const rowsInBlock = 128;

/** JSON as a tree of lines. Only those near the screen are drawn; the tree itself keeps the focus. */
export function JsonTree(props: JsonTreeProps) {
  const { rows, folds, active, wrap } = props;
  const element = useRef<HTMLDivElement>(null);
  const shown = useMemo(() => shownRows(rows, folds), [rows, folds]);
  const matches = useMemo(() => matchesByRow(props.matches), [props.matches]);
  const blocks = useMemo(() => blocksOf(shown), [shown]);
  const measure = useMeasure(element);
  const isWide = useMemo(() => wrap && hasWideLetters(props.text), [wrap, props.text]);
  const heights = useMemo(
    () => blocks.map((block) => heightOf(block, props, { ...measure, isWide })),
    [blocks, wrap, measure, isWide],
  );
  useReveal(element, props.reveals, active);
  const view = { rows, shown, folds, active };
  const press = (event: KeyboardEvent) => {
    if (pressed(event, props, view, element.current)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  return (
    <div
      ref={element}
      class={wrap ? 'json-tree json-wrap' : 'json-tree'}
      role="tree"
      aria-label={props.label}
      aria-activedescendant={idOf(active)}
      tabIndex={0}
      onKeyDown={press}
      onClick={(event) => clicked(event, props)}
      onContextMenu={(event) => askedForMenu(event, props)}
    >
      {blocks.map((block, at) => (
        <NearBlock
          key={`${block[0]} ${wrap}`}
          estimate={heights[at] ?? 0}
          isDrawn={block[0] === shown[0] || block.includes(active)}
        >
          {() =>
            block.map((index) => {
              const row = rows[index];
              return (
                row && (
                  <RowView
                    key={index}
                    id={idOf(index)}
                    index={index}
                    text={props.text}
                    row={row}
                    size={rows[row.parent]?.count ?? 1}
                    isFolded={isFolded(folds, row, index)}
                    isActive={index === active}
                    isWide={props.wide.includes(index)}
                    matches={matches.get(index) ?? none}
                    currentMatch={props.currentMatch?.row === index ? props.currentMatch : undefined}
                  />
                )
              );
            })
          }
        </NearBlock>
      ))}
    </div>
  );
}

const none: readonly RowMatch[] = [];

/** Brings the active row on screen whenever that is wished for. */
function useReveal(tree: { readonly current: HTMLElement | null }, reveals: number, active: number): void {
  useEffect(() => {
    if (reveals > 0) rowElement(tree.current, active)?.scrollIntoView({ block: 'center' });
  }, [reveals]);
}

interface Measure {
  readonly lineHeight: number;
  readonly columns: number;
}

function useMeasure(tree: { readonly current: HTMLElement | null }): Measure {
  const [measure, setMeasure] = useState<Measure>({ lineHeight: 19, columns: 80 });
  useLayoutEffect(() => {
    const element = tree.current;
    if (element === null) return;
    const look = () => setMeasure((before) => (isSame(before, measured(element)) ? before : measured(element)));
    const observer = new ResizeObserver(look);
    observer.observe(element);
    look();
    return () => observer.disconnect();
  }, []);
  return measure;
}

function isSame(one: Measure, other: Measure): boolean {
  return one.columns === other.columns && one.lineHeight === other.lineHeight;
}

/** A character of a monospaced font is about 0.6 times as wide as it is high. */
function measured(element: HTMLElement): Measure {
  const { fontSize, lineHeight } = getComputedStyle(element);
  const width = Number.parseFloat(fontSize) * 0.6;
  return {
    lineHeight: Number.parseFloat(lineHeight) || 19,
    columns: Math.max(10, Math.floor((element.clientWidth - 56) / width)),
  };
}

interface TextMeasure extends Measure {
  /** Some of its letters take more than a column: they are looked for in each row. */
  readonly isWide: boolean;
}

function heightOf(
  block: readonly number[],
  props: JsonTreeProps,
  { lineHeight, columns, isWide }: TextMeasure,
): number {
  if (!props.wrap) return block.length * lineHeight;
  const lines = block.reduce((sum, index) => {
    const row = props.rows[index];
    return row ? sum + Math.max(1, Math.ceil((widthOf(row, props.text, isWide) + 2 * row.depth) / columns)) : sum + 1;
  }, 0);
  return lines * lineHeight;
}

/** In columns. */
function widthOf({ kind, keyStart, keyEnd, start, end }: JsonRow, text: string, isWide: boolean): number {
  const length = Math.min(kind === 'open' ? 1 : end - start, mostDrawn);
  if (!isWide) return keyEnd - keyStart + length;
  return columnsOf(text.slice(keyStart, keyEnd)) + columnsOf(text.slice(start, start + length));
}

function blocksOf(shown: readonly number[]): readonly (readonly number[])[] {
  return Array.from({ length: Math.ceil(shown.length / rowsInBlock) }, (_, block) =>
    shown.slice(block * rowsInBlock, (block + 1) * rowsInBlock),
  );
}

function matchesByRow(matches: readonly RowMatch[]): ReadonlyMap<number, readonly RowMatch[]> {
  const byRow = new Map<number, RowMatch[]>();
  for (const match of matches) {
    const known = byRow.get(match.row);
    if (known) known.push(match);
    else byRow.set(match.row, [match]);
  }
  return byRow;
}

type View = Parameters<typeof treeMove>[1];

/** Whether the key was for the tree. */
function pressed(event: KeyboardEvent, props: JsonTreeProps, view: View, tree: HTMLElement | null): boolean {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
  if (key === 'ContextMenu' || (key === 'F10' && shiftKey)) return openMenu(props, tree);
  if ((ctrlKey || metaKey) && key === 'c' && getSelection()?.isCollapsed !== false) {
    props.onCopy(view.active);
    return true;
  }
  if (ctrlKey || metaKey || altKey) return false;
  if (key === 'Enter' || key === ' ') {
    const move = toggled(view);
    return move ? applied(props, move) : openMenu(props, tree);
  }
  const move = treeMove(key, view);
  if (move) applied(props, move);
  if (move?.active !== undefined)
    setTimeout(() => rowElement(tree, move.active ?? 0)?.scrollIntoView({ block: 'nearest' }));
  return move !== undefined;
}

function applied(
  { onActive, onFold }: JsonTreeProps,
  { active, folds }: NonNullable<ReturnType<typeof treeMove>>,
): true {
  if (folds) onFold(folds);
  if (active !== undefined) onActive(active);
  return true;
}

function openMenu({ active, onMenu }: JsonTreeProps, tree: HTMLElement | null): true {
  const place = rowElement(tree, active)?.getBoundingClientRect();
  onMenu(active, { x: (place?.left ?? 0) + 24, y: place?.bottom ?? 0 });
  return true;
}

function clicked(event: MouseEvent, props: JsonTreeProps): void {
  const index = rowOf(event, props);
  if (index === undefined) return;
  const does = event.target instanceof Element && event.target.closest('[data-does]')?.getAttribute('data-does');
  props.onActive(index);
  if (does === 'fold') props.onFold(withToggled(props.folds, index));
  if (does === 'widen') props.onWiden(index);
  if (does === 'menu') props.onMenu(index, { x: event.clientX, y: event.clientY + 8 });
}

function askedForMenu(event: MouseEvent, props: JsonTreeProps): void {
  const index = rowOf(event, props);
  // A selection has the editor's own menu, with Copy in it.
  if (index === undefined || getSelection()?.isCollapsed === false) return;
  event.preventDefault();
  event.stopPropagation();
  props.onActive(index);
  props.onMenu(index, { x: event.clientX, y: event.clientY });
}

/** A closing bracket stands for what it closes. */
function rowOf({ target }: MouseEvent, { rows }: JsonTreeProps): number | undefined {
  const index = target instanceof Element ? target.closest('[data-row]')?.getAttribute('data-row') : undefined;
  const row = rows[Number(index)];
  if (index === undefined || index === null || row === undefined) return undefined;
  return row.kind === 'close' ? row.parent : Number(index);
}

function rowElement(tree: HTMLElement | null, index: number): HTMLElement | null {
  return tree?.querySelector<HTMLElement>(`[data-row="${index}"]`) ?? null;
}

function idOf(index: number): string {
  return `json-row-${index}`;
}
