import { t } from '@vscode/l10n';
import type { DifferenceLine } from '../../protocol/reply';
import { asCode, asPlain } from '../quoting/markdown';
import { joinPointer, splitPointer } from '../requests/pointer';
import { atPlaces, type Difference, type DifferenceKind, differenceWords, nameOfKind } from './judging/difference';

const titles: Readonly<Record<DifferenceKind, () => string>> = {
  missing: () => t('Missing'),
  otherType: () => t('Another type'),
  otherValue: () => t('Another value'),
  otherForm: () => t('Another form'),
  extra: () => t('Not documented'),
};

/** How the panel shows a difference. */
export function differenceLine(difference: Difference): DifferenceLine {
  const { kind, place, pointer } = difference;
  return {
    isDeparture: kind !== 'extra',
    title: titles[kind](),
    place: place === '' ? t('the top') : place,
    // What is missing cannot be led to.
    pointer: kind === 'missing' ? joinPointer('', ...splitPointer(pointer).slice(0, -1)) : pointer,
    text: wordsOf(difference),
  };
}

/** A table, to be pasted where the documentation is discussed. */
export function differencesMarkdown(title: string, differences: readonly Difference[]): string {
  const rows = differences.map((one) => {
    const cells = [titles[one.kind](), asCode(one.place || '/'), asPlain(wordsOf(one))];
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  });
  return [
    `### ${asPlain(title)}`,
    '',
    `| ${t('Difference')} | ${t('Place')} | ${t('What')} |`,
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

function wordsOf(difference: Difference): string {
  const { kind, documented } = difference;
  const words =
    kind === 'missing' && documented !== null
      ? t('missing, {0} is documented', nameOfKind(documented))
      : differenceWords(difference);
  return atPlaces(words, difference);
}
