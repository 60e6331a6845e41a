import { t } from '@vscode/l10n';
import { mendsForAll } from '../../../core/forms/checks/mendsForAll';
import { titlesOf } from '../../../core/forms/titlesOf';
import type { TitleOf } from '../../../core/problems/problem';
import { rangesIn, type TextRange } from '../../../core/requests/editing/editText';
import type { FormEdit, Issue } from '../../../protocol/form';
import type { CheckedRequest } from '../session/checkRequest';

export interface QuickFix {
  readonly title: string;
  readonly edits: readonly FormEdit[];
  /** Where the issue stands that it mends; undefined for what mends all of one kind. */
  readonly at?: TextRange;
}

/** What puts right the issues of a part of a text, each by itself and all of their kinds. */
export function quickFixes(state: CheckedRequest, text: string, selected: TextRange): readonly QuickFix[] {
  const issues = issuesOf(state);
  if (!issues.some(({ mend }) => mend !== undefined)) return [];
  const rangeOf = rangesIn(text);
  const isSelected = (pointer: string) => touches(rangeOf(pointer), selected);
  const here = issues.flatMap((issue) => {
    const { mend, pointer } = issue;
    // A missing property is mended where it stands under another name.
    const isHere = mend?.edits.some((edit) => isSelected(edit.pointer));
    return mend !== undefined && isHere ? [{ mend, pointer, at: rangeOf(pointer) }] : [];
  });
  const kinds = new Set(here.map(({ mend }) => mend.titleForAll));
  const titleOf = placesIn(state);
  const isAlone = new Set(here.map(({ pointer }) => pointer)).size === 1;
  return [
    ...here.map(({ mend: { title, edits }, at, pointer }) => ({
      // Beside others it has to say which value it is for.
      title: isAlone ? title : `${titleOf(pointer)}: ${title}`,
      edits,
      at,
    })),
    ...mendsForAll(issues).filter(({ title }) => kinds.has(title)),
  ];
}

function placesIn(state: CheckedRequest): TitleOf {
  return state.kind === 'checked' ? titlesOf(state.provider, state.operation) : (pointer) => pointer;
}

function issuesOf(state: CheckedRequest): readonly Issue[] {
  if (state.kind === 'checked') return state.issues;
  if (state.kind !== 'unknownOperation') return [];
  return state.meant.map((id) => ({
    pointer: '/operation',
    code: 'unknown_operation',
    message: t('There is no operation "{0}".', state.operation),
    severity: 'error',
    mend: { title: t('Write "{0}"', id), edits: [{ kind: 'set', pointer: '/operation', value: id }] },
  }));
}

export function touches(one: TextRange, other: TextRange): boolean {
  return one.offset <= other.offset + other.length && other.offset <= one.offset + one.length;
}
