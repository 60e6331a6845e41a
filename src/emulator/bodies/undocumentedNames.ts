import { validateRequest } from '../../core/forms/checks/validateRequest';
import type { Operation, RequestValues } from '../../core/operation';
import { shortened } from '../../core/quoting/shortened';
import { splitPointer } from '../../core/requests/pointer';
import type { Issue } from '../../protocol/form';
import { mostIssues } from '../limits';

const unknownNameCode = 'unknown_key';

/** The names of a request that no source documents, each where it stands. */
export function undocumentedNames(operation: Operation, values: RequestValues): readonly Issue[] {
  const { issues } = validateRequest(operation, values, undefined, { references: 'refused', mostIssues });
  return issues.filter(({ code }) => code === unknownNameCode).map(undocumented);
}

function undocumented({ pointer }: Issue): Issue {
  const name = shortened(splitPointer(pointer).at(-1) ?? '');
  const message = `"${name}" is a name that no source documents.`;
  return { pointer, code: unknownNameCode, message, severity: 'error' };
}
