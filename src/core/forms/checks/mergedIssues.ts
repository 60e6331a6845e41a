import { t } from '@vscode/l10n';
import type { Issue } from '../../../protocol/form';
import { shortened } from '../../quoting/shortened';
import { joinPointer, splitPointer } from '../../requests/pointer';

export interface FoundIssues {
  readonly schema: readonly Issue[];
  /** Properties that nobody documents. */
  readonly unknown: readonly Issue[];
  readonly pasted: readonly Issue[];
}

/** One issue for one slip: what was found about a value from several sides is said once. */
export function mergedIssues({ schema, unknown, pasted }: FoundIssues): readonly Issue[] {
  if (schema.length === 0 && unknown.length === 0 && pasted.length === 0) return [];
  const slips = new Map(unknown.flatMap((issue) => renamesTo(issue).map((target) => [target, issue] as const)));
  const missing = new Map(schema.flatMap((issue) => (issue.code === 'required' ? [[issue.pointer, issue]] : [])));
  const wrong = new Map(schema.map((issue) => [issue.pointer, issue]));
  const tellingPasted = pasted.filter((issue) => !wrong.has(issue.pointer) || tellsMore(issue));
  const told = new Set(tellingPasted.map(({ pointer }) => pointer));
  return [
    ...schema.filter(({ pointer }) => !told.has(pointer)).map((issue) => withSlip(issue, missing, slips)),
    ...tellingPasted.map((issue): Issue => (wrong.has(issue.pointer) ? { ...issue, severity: 'error' } : issue)),
    ...unknown.filter((issue) => !renamesTo(issue).some((target) => missing.has(target))),
  ];
}

/** A value that pasting spoiled breaks its schema for that reason. */
function tellsMore({ severity, mend }: Issue): boolean {
  return severity === 'error' || mend !== undefined;
}

/** A property that is missing, and stands there under another name. */
function withSlip(issue: Issue, missing: ReadonlyMap<string, Issue>, slips: ReadonlyMap<string, Issue>): Issue {
  const slip = missing.has(issue.pointer) ? slips.get(issue.pointer) : undefined;
  if (slip?.mend === undefined) return issue;
  const written = splitPointer(slip.pointer).at(-1) ?? '';
  return {
    ...issue,
    message: t('{0}; "{1}" stands here instead.', issue.message.slice(0, -1), shortened(written)),
    mend: slip.mend,
  };
}

/** Where a property would be by its right name. */
function renamesTo({ mend }: Issue): readonly string[] {
  return (mend?.edits ?? []).flatMap((edit) =>
    edit.kind === 'rename' ? [joinPointer(edit.pointer.slice(0, edit.pointer.lastIndexOf('/')), edit.key)] : [],
  );
}
