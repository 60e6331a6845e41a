import type { PreparedRequest, RequestValues } from '../operation';
import { holdsReference } from './references/reference';
import type { RequestFile } from './requestFile';
import { valuesOf } from './valuesOf';

/**
 * Whether a call may be sent without a form. In its file a value of a reply that is spelled as `{{name}}` would stand
 * for a variable, so a person has to see it first.
 */
export function isComplete(prepared: Pick<PreparedRequest, 'operation' | 'complete'> & RequestValues): boolean {
  return prepared.complete === true && !holdsReference(JSON.stringify(requestFileOf(prepared, '')));
}

/** The request file of a call that a document or a reply offers. */
export function requestFileOf(
  prepared: Pick<PreparedRequest, 'operation'> & RequestValues,
  connection: string,
): RequestFile {
  return { operation: prepared.operation, connection, ...valuesOf(prepared) };
}
