import { t } from '@vscode/l10n';
import type { ReplyToHost } from '../../../src/protocol/messages';
import type { BodySide } from '../../../src/protocol/reply';
import type { Post } from '../../host';
import type { MenuItem } from '../../ui/controls/menu';
import { type Folds, foldedFrom, nothingFolded } from '../json/folds';
import { expressionOf, isReplaced, jsonPathOf, pointerOf, stepsTo } from '../json/jsonPaths';
import type { JsonRow } from '../json/jsonRows';
import { copiedValue } from '../json/rowText';

export interface RowMenu {
  readonly text: string;
  readonly rows: readonly JsonRow[];
  readonly row: number;
  readonly side: BodySide;
  readonly post: Post<ReplyToHost>;
  readonly openAt: (find: string) => void;
}

/** What can be taken from a row. */
export function rowItems({ text, rows, row, side, post, openAt }: RowMenu): readonly MenuItem[] {
  const steps = stepsTo(rows, row);
  const isCut = rows[row]?.isCut === true;
  const noValue = isCut ? t('Its end is not shown here: open the body in the editor.') : undefined;
  const noPath = isReplaced(rows, row) ? t('A later member has the same name: its path leads to that one.') : undefined;
  const expression = expressionOf(side === 'reply' ? 'response' : 'request', steps);
  return [
    {
      title: t('Copy value'),
      blocked: noValue,
      onChoose: () => post('copyText', { what: 'value', text: copiedValue(text, rows, row) }),
      action: 'copyValue',
    },
    {
      title: t('Copy path for scenarios'),
      blocked: noPath,
      onChoose: () => post('copyText', { what: 'expression', text: expression }),
      action: 'copyExpression',
    },
    {
      title: t('Copy JSON pointer'),
      blocked: noPath,
      onChoose: () => post('copyText', { what: 'pointer', text: pointerOf(steps) }),
      action: 'copyPointer',
    },
    {
      title: t('Copy JSONPath'),
      blocked: noPath,
      onChoose: () => post('copyText', { what: 'jsonPath', text: jsonPathOf(steps) }),
      action: 'copyJsonPath',
    },
    { title: t('Open here in editor'), onChoose: () => openAt(''), action: 'openHere' },
  ];
}

/** By depth; a single object or list folds at its arrow. */
export function foldItems(fold: (folds: Folds) => void): readonly MenuItem[] {
  return [
    { title: t('Unfold all'), onChoose: () => fold(nothingFolded), action: 'unfoldAll' },
    { title: t('Fold all'), onChoose: () => fold(foldedFrom(1)), action: 'foldAll' },
    ...[2, 3, 4].map((depth) => ({
      title: t('Show {0} levels', depth),
      onChoose: () => fold(foldedFrom(depth)),
      action: `foldTo${depth}`,
    })),
  ];
}
