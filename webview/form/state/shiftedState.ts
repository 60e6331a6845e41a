import { rebase, type Shift, shiftedPointer } from '../../../src/protocol/changes/rebase';
import type { Issue, IssueGroup, Mend } from '../../../src/protocol/form';
import type { FormState } from '../../../src/protocol/pages/formState';

type Filled = FormState & { readonly kind: 'form' };

/** A state whose values have other places: what it says of them goes along, and away with those that have gone. */
export function shiftedState(state: Filled, shifts: readonly Shift[]): Filled {
  if (shifts.length === 0) return state;
  const { notes, sentAs } = state;
  const issues = state.issues.flatMap((issue) => shiftedIssue(issue, shifts));
  return {
    ...state,
    issues,
    issueGroups: state.issueGroups.flatMap((group) => shiftedGroup(group, issues, shifts)),
    spellings: shiftedTexts(state.spellings, shifts),
    attachments: shiftedTexts(state.attachments, shifts),
    ...(notes && { notes: shiftedTexts(notes, shifts) }),
    ...(sentAs && { sentAs: shiftedTexts(sentAs, shifts) }),
  };
}

function shiftedIssue(issue: Issue, shifts: readonly Shift[]): readonly Issue[] {
  const pointer = shiftedPointer(issue.pointer, shifts);
  if (pointer === undefined) return [];
  const { mend, ...rest } = issue;
  const moved = mend && shiftedMend(mend, shifts);
  if (pointer === issue.pointer && moved === mend) return [issue];
  return [{ ...rest, pointer, ...(moved && { mend: moved }) }];
}

function shiftedMend(mend: Mend, shifts: readonly Shift[]): Mend | undefined {
  const edits = mend.edits.flatMap((edit) => rebase(edit, shifts) ?? []);
  if (edits.length < mend.edits.length) return undefined;
  return edits.every(({ pointer }, index) => pointer === mend.edits[index]?.pointer) ? mend : { ...mend, edits };
}

/** Of one whose first place has gone another one is the first. */
function shiftedGroup(group: IssueGroup, issues: readonly Issue[], shifts: readonly Shift[]): readonly IssueGroup[] {
  const first = shiftedPointer(group.first, shifts) ?? issues.find(({ code }) => code === group.code)?.pointer;
  return first === undefined ? [] : [first === group.first ? group : { ...group, first }];
}

function shiftedTexts(
  texts: Readonly<Record<string, string>>,
  shifts: readonly Shift[],
): Readonly<Record<string, string>> {
  const entries = Object.entries(texts);
  if (entries.length === 0) return texts;
  return Object.fromEntries(
    entries.flatMap(([pointer, text]) => {
      const now = shiftedPointer(pointer, shifts);
      return now === undefined ? [] : [[now, text]];
    }),
  );
}
