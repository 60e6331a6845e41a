import type { PreparedRequest, RequestValues } from '../operation';
import type { RequestFile } from './requestFile';

/** The request file of a call that a document or a reply offers. */
export function requestFileOf(
  prepared: Pick<PreparedRequest, 'operation'> & RequestValues,
  connection: string,
): RequestFile {
  const { operation, path, query, body } = prepared;
  return {
    operation,
    connection,
    ...(path !== undefined && { path }),
    ...(query !== undefined && { query }),
    ...(body !== undefined && { body }),
  };
}
