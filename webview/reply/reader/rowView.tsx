import { t } from '@vscode/l10n';
import type { ComponentChildren } from 'preact';
import { Icon } from '../../ui/icon';
import type { TextExtent } from '../json/find';
import type { JsonRow } from '../json/jsonRows';
import { foldedNote, mostDrawn, piecesOf, type RowPiece, repeatedNote, restNote, spokenRow } from '../json/rowText';

export interface RowViewProps {
  readonly id: string;
  readonly index: number;
  readonly text: string;
  readonly row: JsonRow;
  /** How many neighbours it has, itself included. */
  readonly size: number;
  readonly isFolded: boolean;
  readonly isActive: boolean;
  /** However long it is. */
  readonly isWide: boolean;
  readonly matches: readonly TextExtent[];
  readonly currentMatch: TextExtent | undefined;
}

/** One line of the tree. Clicks are heard by the tree, which is told what was meant by `data-` attributes. */
export function RowView(props: RowViewProps) {
  const { id, index, text, row, size, isFolded, isActive } = props;
  if (row.kind === 'close') {
    return (
      <div class="json-row json-close" style={depthOf(row)} data-row={index} aria-hidden="true">
        <Line {...props} />
      </div>
    );
  }
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the tree keeps the focus and names its active row.
    <div
      id={id}
      class={isActive ? 'json-row json-active' : 'json-row'}
      role="treeitem"
      aria-label={spokenRow(text, row)}
      aria-level={row.depth + 1}
      aria-posinset={row.position}
      aria-setsize={size}
      aria-selected={isActive}
      aria-expanded={row.kind === 'open' ? !isFolded : undefined}
      style={depthOf(row)}
      data-row={index}
    >
      {row.kind === 'open' && (
        <span class="json-fold" data-does="fold" aria-hidden="true">
          <Icon name={isFolded ? 'chevronRight' : 'chevronDown'} />
        </span>
      )}
      <Line {...props} />
      <button
        type="button"
        class="icon-button json-more"
        tabIndex={-1}
        aria-label={t('Copy…')}
        title={t('Copy…')}
        data-does="menu"
      >
        <Icon name="copy" />
      </button>
    </div>
  );
}

function Line({ text, row, isFolded, isWide, matches, currentMatch }: RowViewProps) {
  let at = 0;
  const drawn: ComponentChildren[] = [];
  const most = isWide || currentMatch !== undefined ? Number.POSITIVE_INFINITY : mostDrawn;
  const pieces = piecesOf(text, row);
  for (const piece of pieces) {
    drawn.push(...pieceParts(piece, at, most, matches, currentMatch));
    at += piece.text.length;
  }
  return (
    <span class="json-line">
      {drawn}
      {at > most && (
        <button type="button" class="text-button json-wide" tabIndex={-1} data-does="widen">
          {restNote(at - most)}
        </button>
      )}
      {isFolded && (
        <>
          <span class="json-note"> {foldedNote(text, row)} </span>
          <span class="json-mark">{text[row.start] === '{' ? '}' : ']'}</span>
        </>
      )}
      {row.repeats !== 'no' && <span class="json-note"> {repeatedNote()}</span>}
    </span>
  );
}

/** A piece, cut where matches begin and end. */
function pieceParts(
  { kind, text }: RowPiece,
  from: number,
  most: number,
  matches: readonly TextExtent[],
  current: TextExtent | undefined,
): readonly ComponentChildren[] {
  const shown = text.slice(0, Math.max(0, most - from));
  const to = from + shown.length;
  const parts: ComponentChildren[] = [];
  let at = from;
  for (const match of matches) {
    if (match.end <= from || match.start >= to) continue;
    const [start, end] = [Math.max(match.start, from), Math.min(match.end, to)];
    if (start > at) parts.push(shown.slice(at - from, start - from));
    parts.push(
      <mark key={start} class={match === current ? 'found found-now' : 'found'}>
        {shown.slice(start - from, end - from)}
      </mark>,
    );
    at = end;
  }
  parts.push(shown.slice(at - from));
  return [
    <span key={`${kind} ${from}`} class={`json-${kind}`}>
      {parts}
    </span>,
  ];
}

/** Deeper ones stand below each other. */
const deepestIndented = 40;

function depthOf({ depth }: JsonRow): { readonly '--depth': number } {
  return { '--depth': Math.min(depth, deepestIndented) };
}
