import type { DifferenceLine } from '../../protocol/reply';
import { asCode, asPlain } from '../quoting/markdown';
import { joinPointer, splitPointer } from '../requests/pointer';
import { countedPlaces, type Difference, type DifferenceKind, differenceWords } from './judging/difference';

const titles = {
  missing: 'Missing',
  otherType: 'Another type',
  otherValue: 'Another value',
  otherForm: 'Another form',
  extra: 'Not documented',
} as const satisfies Readonly<Record<DifferenceKind, string>>;

/** How the panel shows a difference. */
export function differenceLine(difference: Difference): DifferenceLine {
  const { kind, place, pointer } = difference;
  return {
    isDeparture: kind !== 'extra',
    title: titles[kind],
    place: place === '' ? 'the top' : place,
    // What is missing cannot be led to.
    pointer: kind === 'missing' ? joinPointer('', ...splitPointer(pointer).slice(0, -1)) : pointer,
    text: wordsOf(difference),
  };
}

/** A table, to be pasted where the documentation is discussed. */
export function differencesMarkdown(title: string, differences: readonly Difference[]): string {
  const rows = differences.map((one) => {
    const cells = [titles[one.kind], asCode(one.place || '/'), asPlain(wordsOf(one))];
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  });
  return [`### ${asPlain(title)}`, '', '| Difference | Place | What |', '| --- | --- | --- |', ...rows, ''].join('\n');
}

function wordsOf(difference: Difference): string {
  const { kind, documented } = difference;
  const words =
    kind === 'missing' && documented !== null ? `missing, ${documented} is documented` : differenceWords(difference);
  return `${words}${countedPlaces(difference)}`;
}
