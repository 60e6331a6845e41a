import type { Credentials } from '../../auth';
import type { Connection } from '../../connections/connection';
import type { Operation, RequestValues } from '../../operation';
import { DynamicValues, isDynamic } from './dynamicVariables';
import { isCredential, placeholdersIn, type Resolved, resolveReferences } from './references';

export interface WrittenFor {
  readonly operation: Operation;
  readonly connection: Connection;
}

interface ResolveOptions {
  /** Without them references to credentials stay where they are allowed. */
  readonly credentials?: Credentials | undefined;
  /** Variables that nobody knows stay as they stand. */
  readonly isForced?: boolean | undefined;
  /** What was made already, where values are resolved more than once. */
  readonly dynamic?: DynamicValues | undefined;
}

/** What a person's values stand for on a connection. */
export function resolveWritten(
  { operation, connection }: WrittenFor,
  values: RequestValues,
  { credentials, isForced = false, dynamic = new DynamicValues() }: ResolveOptions = {},
): Resolved {
  const isPlaceholder = placeholdersIn(operation, values);
  const isKnown = (name: string) => Object.hasOwn(connection.variables, name) || isCredential(name) || isDynamic(name);
  const mayCarry = (operation.authorization ?? 'token') !== 'token';
  const isOpen = (name: string) => mayCarry && credentials === undefined && isCredential(name);
  return resolveReferences(values, {
    variables: connection.variables,
    credentials: mayCarry ? credentials : undefined,
    dynamic,
    isPlaceholder: (name, pointer) => isPlaceholder(name, pointer) || isOpen(name) || (isForced && !isKnown(name)),
  });
}
