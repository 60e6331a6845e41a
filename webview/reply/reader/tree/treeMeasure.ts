import { useLayoutEffect, useState } from 'preact/hooks';
import type { JsonRow } from '../../json/jsonRows';
import { mostDrawn } from '../../json/rowText';
import { widthInColumns } from '../../json/wideLetters';
import type { JsonTreeProps } from './treeProps';

interface Measure {
  readonly lineHeight: number;
  readonly columns: number;
}

export function useMeasure(tree: { readonly current: HTMLElement | null }): Measure {
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

export function heightOf(
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
  return widthInColumns(text.slice(keyStart, keyEnd)) + widthInColumns(text.slice(start, start + length));
}
