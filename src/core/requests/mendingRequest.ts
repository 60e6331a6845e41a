import type { JsonObject } from '../../protocol/json';
import { initialValues } from '../forms/initialValues';
import type { Provider } from '../provider';
import { requestFileOf } from './preparedRequest';
import type { RequestFile } from './requestFile';

/** The call that mends a failure of another one, with the ids that both know; undefined when there is no such call. */
export function mendingRequest(
  { operations }: Pick<Provider, 'operations'>,
  mendedBy: string | undefined,
  failed: RequestFile,
): RequestFile | undefined {
  const operation = operations.find(({ id }) => id === mendedBy);
  if (operation === undefined) return undefined;
  const values = initialValues(operation);
  const names = Object.keys(operation.request.path?.shape ?? {});
  const known = Object.entries(failed.path ?? {}).filter(([name]) => names.includes(name));
  const path: JsonObject = { ...values.path, ...Object.fromEntries(known) };
  return requestFileOf({ operation: operation.id, ...values, ...(names.length > 0 && { path }) }, failed.connection);
}
