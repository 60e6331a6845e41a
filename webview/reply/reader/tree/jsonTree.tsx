import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { RowMatch } from '../../json/find';
import { isFolded, unfoldedRows } from '../../json/folds';
import { hasWideLetters } from '../../json/wideLetters';
import { NearBlock } from '../nearBlock';
import { RowView } from '../rowView';
import { rowIdOf } from './rowId';
import { askedForMenu, clicked, pressed, rowElement } from './treeActs';
import { heightOf, useMeasure } from './treeMeasure';
import type { JsonTreeProps } from './treeProps';

const rowsInBlock = 128;

/** JSON as a tree of lines. Only those near the screen are drawn; the tree itself keeps the focus. */
export function JsonTree(props: JsonTreeProps) {
  const { rows, folds, active, wrap } = props;
  const element = useRef<HTMLDivElement>(null);
  const shown = useMemo(() => unfoldedRows(rows, folds), [rows, folds]);
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
      aria-activedescendant={rowIdOf(active)}
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
                    id={rowIdOf(index)}
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
