import type { Issue } from '../../protocol/form';
import { isWithin } from '../../protocol/pointer';
import type { TranslationReport } from './translation';

/** The errors of a new request besides those of what a person has to fill in. */
export function unforeseenIssues({ needed }: TranslationReport, issues: readonly Issue[]): readonly Issue[] {
  return issues.filter(
    ({ severity, pointer }) => severity === 'error' && !needed.some(({ to }) => isWithin(pointer, to)),
  );
}
