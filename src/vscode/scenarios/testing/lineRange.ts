import type { Home } from '../../../core/scenarios/linking/linkedScenario';
import type { TextPlace } from '../../../protocol/form';

/** From 0, as the editor counts. */
export interface LineRange {
  readonly start: LinePosition;
  readonly end: LinePosition;
}

export interface LinePosition {
  readonly line: number;
  readonly character: number;
}

/** The range of a part of a text, without the blanks and line ends behind it. */
export function rangeIn(text: string, { offset, length, line, column }: TextPlace): LineRange {
  const lines = text
    .slice(offset, offset + length)
    .trimEnd()
    .split('\n');
  const last = lines.at(-1)?.replace(/\r$/, '') ?? '';
  const start = { line: line - 1, character: column - 1 };
  const isOneLine = lines.length === 1;
  return {
    start,
    end: { line: start.line + lines.length - 1, character: (isOneLine ? start.character : 0) + last.length },
  };
}

/** Of a part of a file that is named by its pointer. */
export function rangeAt(source: Home['source'], pointer: string): LineRange {
  return rangeIn(source.text, source.placeOf(pointer));
}
