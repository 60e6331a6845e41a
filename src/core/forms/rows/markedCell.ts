import { readJson } from '../../json/readJson';
import type { CellReading } from './cellReading';

const mark = 'json:';

/** How a cell says what no text of its column's kind stands for: an empty text, a number among texts. */
export function markedText(json: string): string {
  return `${mark}${json}`;
}

export function readMarked(text: string): CellReading | undefined {
  if (!text.startsWith(mark)) return undefined;
  const written = text.slice(mark.length);
  const read = readJson(written);
  return read.kind === 'read' ? { kind: 'value', value: read.value, written } : undefined;
}
