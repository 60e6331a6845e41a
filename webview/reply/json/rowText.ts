import { t } from '@vscode/l10n';
import { numberText } from '../../../src/protocol/words/numberText';
import type { JsonRow } from './jsonRows';

/** In characters: of a longer line only the beginning is drawn and said, unless it is asked for. */
export const mostDrawn = 1000;

export interface RowPiece {
  readonly kind: 'key' | 'string' | 'number' | 'literal' | 'mark' | 'rest';
  readonly text: string;
}

/** What a row shows, without its indentation: name, value or bracket, comma. */
export function piecesOf(text: string, row: JsonRow): readonly RowPiece[] {
  const key = text.slice(row.keyStart, row.keyEnd);
  return [
    ...(key === '' || row.kind === 'close' ? [] : [piece('key', key), piece('mark', ': ')]),
    valuePiece(text, row),
    ...(row.hasComma ? [piece('mark', ',')] : []),
  ];
}

/** The pieces as one text, without making them: a search reads every row. */
export function rowText(text: string, row: JsonRow): string {
  const key = row.kind === 'close' || row.keyEnd === 0 ? '' : `${text.slice(row.keyStart, row.keyEnd)}: `;
  return `${key}${valueText(text, row)}${row.hasComma ? ',' : ''}`;
}

/** Where the value begins in the text of its row. */
export function valueStart({ kind, keyStart, keyEnd }: JsonRow): number {
  return kind === 'close' || keyEnd === 0 ? 0 : keyEnd - keyStart + 2;
}

/** The value of a row: text without its quotes, everything else as it is spelled; objects and lists laid out. */
export function copiedValue(text: string, rows: readonly JsonRow[], index: number): string {
  const row = rows[index];
  if (row === undefined) return '';
  if (row.kind === 'close') return copiedValue(text, rows, row.parent);
  if (row.kind !== 'open') return decodedText(text, row) ?? valueText(text, row);
  return rows
    .slice(index, row.last + 1)
    .map((inner, at, { length }) => {
      const isEdge = at === 0 || at === length - 1;
      const line = isEdge ? valueText(text, inner) : rowText(text, inner);
      return `${'  '.repeat(Math.max(0, inner.depth - row.depth))}${line}`;
    })
    .join('\n');
}

/** The text that a string stands for; undefined for what is none. */
export function decodedText(text: string, { kind, start, end }: JsonRow): string | undefined {
  if (kind !== 'scalar' || text[start] !== '"') return undefined;
  return JSON.parse(text.slice(start, end)) as string;
}

/** What a string says that is spelled with escapes, and so says something else than what stands there. */
export function escapedText(text: string, row: JsonRow): string | undefined {
  return hasEscape(text, row.start, row.end) ? decodedText(text, row) : undefined;
}

/** The same of a name. */
export function escapedKey(text: string, { step, keyStart, keyEnd }: JsonRow): string | undefined {
  return typeof step === 'string' && hasEscape(text, keyStart, keyEnd) ? step : undefined;
}

function hasEscape(text: string, start: number, end: number): boolean {
  return text.slice(start, end).includes('\\');
}

/** What a screen reader says of a row: the words that are drawn, so that it can be called by what is seen. */
export function spokenRow(text: string, row: JsonRow): string {
  const { kind, step, repeats } = row;
  const value = kind === 'open' ? foldedNote(text, row) : spokenValue(text, row);
  const name = typeof step === 'number' ? t('item {0}', step) : step;
  const said = name === undefined ? value : `${name}: ${value}`;
  return repeats === 'no' ? said : `${said}, ${repeatedNote()}`;
}

/** What stands behind a name that its object has several times. */
export function repeatedNote(): string {
  return t('name stands more than once');
}

/** What stands in the place of the characters of a line that are not drawn. */
export function restNote(count: number): string {
  return t('… {0} more characters', numberText(count));
}

/** What stands in the place of a folded object or list. */
export function foldedNote(text: string, row: JsonRow): string {
  const { count, isCut } = row;
  if (isObject(text, row)) {
    if (isCut) return t('{0} or more members', count);
    return count === 1 ? t('1 member') : t('{0} members', count);
  }
  if (isCut) return t('{0} or more items', count);
  return count === 1 ? t('1 item') : t('{0} items', count);
}

function spokenValue(text: string, row: JsonRow): string {
  const value = valueText(text, row);
  const before = valueStart(row);
  const rest = before + value.length + (row.hasComma ? 1 : 0) - mostDrawn;
  return rest > 0 ? `${value.slice(0, Math.max(0, mostDrawn - before))} ${restNote(rest)}` : value;
}

function isObject(text: string, { start }: JsonRow): boolean {
  return text[start] === '{';
}

function valueText(text: string, { kind, start, end }: JsonRow): string {
  if (kind === 'open') return text.slice(start, start + 1);
  return kind === 'empty' ? `${text[start] ?? ''}${text[end - 1] ?? ''}` : text.slice(start, end);
}

function valuePiece(text: string, row: JsonRow): RowPiece {
  const value = valueText(text, row);
  if (row.kind === 'rest') return piece('rest', value);
  if (row.kind !== 'scalar') return piece('mark', value);
  if (value.startsWith('"')) return piece('string', value);
  return piece(/^[tfn]/.test(value) ? 'literal' : 'number', value);
}

function piece(kind: RowPiece['kind'], text: string): RowPiece {
  return { kind, text };
}
