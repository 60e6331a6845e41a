import type { Issue } from '../../protocol/form';
import { splitPointer } from '../requests/pointer';
import type { Masker } from './masker';

/** What was said of values, to be kept with a run. A mend of a secret would repeat it, and what is sent is sent. */
export function maskIssues(issues: readonly Issue[], masker: Masker): readonly Issue[] {
  return issues.map((issue) => {
    const { mend, ...said } = issue;
    const isSecret = masker.names('request').at(splitPointer(issue.pointer)) !== undefined;
    return masker.value(isSecret ? said : issue);
  });
}
