import type { Connection } from '../connections/connection';
import type { Problem } from '../problem';
import type { Credentials, Operation, Provider, RequestValues } from '../provider';
import { fieldsByMeta } from '../requests/fieldsByMeta';
import { getAt } from '../requests/pointer';
import { placeholdersIn, refersToCredentials, resolveReferences } from '../requests/references';
import type { SendPorts } from './ports';
import type { Secret } from './run';

export interface Target {
  readonly provider: Provider;
  readonly operation: Operation;
  readonly connection: Connection;
}

/** Checks values once their references are resolved, and gives back what is to be sent. */
export type ValueCheck = (values: RequestValues) => RequestValues | Problem;

export interface Prepared {
  readonly values: RequestValues;
  readonly credentials: Credentials;
  readonly secrets: readonly Secret[];
}

/** Finds the credentials and resolves what the values refer to. */
export async function prepare(
  ports: SendPorts,
  { provider, operation, connection }: Target,
  values: RequestValues,
  check: ValueCheck | undefined,
): Promise<Prepared | { problem: Problem }> {
  const scheme = operation.authorization ?? 'token';
  const needsCredentials = scheme !== 'none' || refersToCredentials(values);
  const found = needsCredentials ? await ports.credentials(connection) : undefined;
  if (found?.kind === 'missing') return { problem: missingCredentials(connection, found.names) };
  if (found?.kind === 'unconfirmed') {
    return { problem: { kind: 'unconfirmedOrigin', connection: connection.id, origin: found.origin } };
  }
  const credentials = found?.credentials ?? {};
  const resolved = resolveReferences(values, {
    variables: connection.variables,
    credentials: scheme === 'token' ? undefined : credentials,
    isPlaceholder: placeholdersIn(operation, values),
  });
  if (resolved.kind === 'failed') return { problem: nameCredential(connection, resolved.problem) };
  const checked = check ? check(resolved.values) : resolved.values;
  if ('kind' in checked) return { problem: checked };
  const secrets = [...secretCredentials(provider, credentials), ...secretValues(operation, checked)];
  return { values: checked, credentials, secrets };
}

function missingCredentials(connection: Connection, names: readonly string[]): Problem {
  return { kind: 'missingCredentials', provider: connection.provider, connection: connection.id, names };
}

/** A credential that the chosen kind lacks is entered like any other, not added as a variable. */
function nameCredential(connection: Connection, problem: Problem): Problem {
  const name = problem.kind === 'unknownVariable' ? /^credentials\.(.+)$/.exec(problem.name)?.[1] : undefined;
  return name === undefined ? problem : missingCredentials(connection, [name]);
}

function secretCredentials(provider: Provider, credentials: Credentials): readonly Secret[] {
  return provider.auth.kinds.flatMap(({ fields }) =>
    fieldsByMeta(fields, credentials, (meta) => meta.secret === true).flatMap((pointer) => {
      const name = pointer.slice(1);
      const value = credentials[name];
      return value === undefined ? [] : [{ name, value }];
    }),
  );
}

function secretValues(operation: Operation, values: RequestValues): readonly Secret[] {
  return (['path', 'query', 'body'] as const).flatMap((section) => {
    const schema = operation.request[section];
    if (schema === undefined) return [];
    return fieldsByMeta(schema, values[section], (meta) => meta.secret === true, `/${section}`).flatMap((pointer) => {
      const value = getAt(values, pointer);
      return typeof value === 'string' ? [{ name: pointer, value }] : [];
    });
  });
}
